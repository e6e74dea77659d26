import { personField, reason, teamField } from '#web/caseworker/assignment/target-fields.ts'
import { radios } from '#web/components/radios.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { chosenCasesForm, exampleCases, type ChosenCases } from './chosen-cases.ts'

type Named = { readonly value: string; readonly text: string }

/** What the page shows beside its form: the cases that were chosen, and who can have them. */
export type AssignCases = ChosenCases & {
  readonly people: readonly Named[]
  readonly teams: readonly Named[]
  readonly mayTake: boolean
}

/** The page on which several cases are assigned. */
export const assignCasesView: FormView<AssignCases> = (model, form) =>
  chosenCasesForm(
    model,
    {
      heading: 'Assign cases',
      fields: html`${radios({
        name: 'To',
        fieldset: { legend: { text: 'Who is to have them', classes: 'govuk-fieldset__legend--m' } },
        value: form.typed['To'],
        errorMessage: messageOf(form, 'To'),
        items: [
          model.mayTake && { value: 'me', text: 'Me' },
          { value: 'person', text: 'A person' },
          { value: 'team', text: 'The queue of a team' },
        ],
      })}
      ${personField(model.people, form)} ${teamField(model.teams, form)} ${reason(form)}`,
    },
    form,
  )

const model: AssignCases = {
  ...exampleCases,
  people: [{ value: 'ife', text: 'Okafor, Ife · Housing' }],
  teams: [{ value: 'HOUSING', text: 'Housing & repairs' }],
  mayTake: true,
}
const empty: Form = { action: '/queues/assign?Case=1001', csrfToken: 'x', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const assignCasesExamples: Examples<FormView<AssignCases>> = {
  'two cases': [model, empty],
  'nobody named': [
    model,
    {
      ...empty,
      typed: { To: 'person', Reason: '<b>' },
      flaws: [{ parameter: 'UserName', kind: 'missing', message: 'Select a person' }],
    },
  ],
  'none chosen': [{ ...model, chosen: '', cases: [] }, empty],
}
