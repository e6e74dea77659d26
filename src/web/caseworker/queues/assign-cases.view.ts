import { choiceOf, reason } from '#web/caseworker/assignment/target-fields.ts'
import { button } from '#web/components/button.ts'
import { radios } from '#web/components/radios.ts'
import { table } from '#web/components/table.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { queueAddress } from './addresses.ts'

type Named = { readonly value: string; readonly text: string }

/** What the page shows beside its form: the cases that were chosen, and who can have them. */
export type AssignCases = {
  /** The numbers, one on each line. */
  readonly chosen: string
  readonly cases: readonly {
    readonly caseNumber: string
    readonly address: string
    readonly now: string
  }[]
  readonly people: readonly Named[]
  readonly teams: readonly Named[]
  readonly mayTake: boolean
}

/** The page on which several cases are assigned. */
export const assignCasesView: FormView<AssignCases> = (model, form) => ({
  title: formTitle('Assign cases', form),
  back: { href: queueAddress, text: 'Back to the queue' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l" id="Case" tabindex="-1">Assign cases</h1>
      ${model.cases.length === 0 ? noneChosen : chosen(model, form)}
    </div>
  </div>`,
})

const noneChosen = html`<p class="govuk-body">
  You have not selected a case that you may see. Go back to the queue and tick the box in front of
  each case that you want to assign.
</p>`

const chosen = (model: AssignCases, form: Form): Html =>
  html`${table({
      caption: model.cases.length === 1 ? '1 case' : `${model.cases.length} cases`,
      head: [{ text: 'Case' }, { text: 'Now' }],
      firstCellIsHeader: true,
      rows: model.cases.map(({ caseNumber, address, now }) => [
        { html: html`<a class="govuk-link" href="${address}">${caseNumber}</a>` },
        { text: now, classes: 'app-list__what' },
      ]),
    })}
    <form action="${form.action}" method="post" novalidate>
      ${csrfField(form.csrfToken)}
      <input type="hidden" name="Case" value="${model.chosen}" />
      ${radios({
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
      ${choiceOf({ name: 'UserName', text: 'Which person', named: model.people }, form)}
      ${choiceOf({ name: 'TeamCode', text: 'Which team', named: model.teams }, form)}
      ${reason(form)} ${button({ text: 'Assign cases', preventDoubleClick: true })}
    </form>`

const model: AssignCases = {
  chosen: '1001\n1002',
  cases: [
    { caseNumber: '1001', address: '/cases/1001', now: 'Assigned to Okafor, Ife' },
    {
      caseNumber: '1002',
      address: '/cases/1002',
      now: `Assigned to the queue of ${'x'.repeat(60)}`,
    },
  ],
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
