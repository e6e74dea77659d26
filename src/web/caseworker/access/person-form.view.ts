import { caseForm } from '#web/forms/case-form.ts'
import { areaField, emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { accessAddress } from './access-addresses.ts'

/** A form that asks for a person, and for a reason where that is needed. */
export type PersonForm = {
  readonly caseNumber: string
  readonly heading: string
  readonly submit: string
  readonly people: readonly Choice[]
  readonly reasonLabel: string | undefined
}

/** The page on which somebody is named or barred. */
export const personFormView: FormView<PersonForm> = (model, form) =>
  caseForm(
    {
      ...model,
      back: { href: accessAddress(model.caseNumber), text: 'Back to who may see the case' },
      fields: html`${selectField(
        { name: 'UserName', label: 'Person', none: 'Select a person', choices: model.people },
        form,
      )}
      ${
        model.reasonLabel !== undefined &&
        areaField({ name: 'Reason', label: model.reasonLabel }, form)
      }`,
    },
    form,
  )

const model: PersonForm = {
  caseNumber: '1001',
  heading: 'Bar a person',
  submit: 'Bar person',
  people: [
    { value: 'iokafor', text: 'Okafor, Ife' },
    { value: 'x', text: 'x'.repeat(80) },
  ],
  reasonLabel: 'Why they have a conflict of interest',
}
const form = emptyForm('/cases/1001/access/bars/new')

/** Examples of the page, by what they show. */
export const personFormExamples: Examples<FormView<PersonForm>> = {
  'somebody to bar': [model, form],
  'somebody to name': [{ ...model, heading: 'Name a person', reasonLabel: undefined }, form],
  'nobody selected and no reason': [
    model,
    {
      ...form,
      flaws: [
        { parameter: 'UserName', kind: 'missing', message: 'Select person to bar' },
        { parameter: 'Reason', kind: 'missing', message: 'Enter why they have a conflict' },
      ],
    },
  ],
}
