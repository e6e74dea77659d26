import { documentParameter, noteParameter } from '#domain/case-splitting/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { radios } from '#web/components/radios.ts'
import { areaField, emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A note or document that can go with what is split off. */
export type Takeable = { readonly id: number; readonly name: string; readonly told: string }

/** What another case can be opened of. */
export type SplitCase = {
  readonly caseNumber: string
  readonly isClosed: boolean
  readonly types: readonly Choice[]
  readonly notes: readonly Takeable[]
  readonly documents: readonly Takeable[]
}

/** The page on which another case is opened out of a case. */
export const splitCaseView: FormView<SplitCase> = (model, form) =>
  framedForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Open another case out of this one',
      submit: 'Open case',
      back: { href: caseAddress(model.caseNumber), text: `Back to case ${model.caseNumber}` },
      isEmpty: model.isClosed,
      fields: model.isClosed
        ? html`<p class="govuk-body">This case is closed: reopen it first.</p>`
        : fieldsOf(model, form),
    },
    form,
  )

const fieldsOf = ({ caseNumber, types, notes, documents }: SplitCase, form: Form): Html =>
  html`<p class="govuk-body">
      The new case has the same people, and the answers that its form asks for as well. Case
      ${caseNumber} stays as it is; each names the other.
    </p>
    ${selectField(
      { name: 'Type', label: 'Type of the new case', none: 'Select a type', choices: types },
      form,
    )}
    ${radios({
      name: 'Received',
      fieldset: {
        legend: { text: 'When it counts as received', classes: 'govuk-fieldset__legend--s' },
      },
      hint: { text: 'Its deadlines are counted from there.' },
      value: form.typed['Received'],
      errorMessage: messageOf(form, 'Received'),
      items: [
        { value: 'same', text: `When case ${caseNumber} was received` },
        { value: 'today', text: 'Today' },
      ],
    })}
    ${thingsField({ legend: 'Notes to copy', nameOf: noteParameter, things: notes }, form)}
    ${thingsField({ legend: 'Documents to copy', nameOf: documentParameter, things: documents }, form)}
    ${areaField({ name: 'Reason', label: 'Reason', hint: 'It stays in the history of this case.' }, form)}`

type Things = {
  readonly legend: string
  readonly nameOf: (id: number) => string
  readonly things: readonly Takeable[]
}

const thingsField = ({ legend, nameOf, things }: Things, form: Form): Html | false =>
  things.length > 0 &&
  checkboxes({
    name: nameOf(things[0]?.id ?? 0),
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: things.map(({ id, name, told }) => ({
      id: nameOf(id),
      name: nameOf(id),
      value: 'yes',
      text: name,
      label: { classes: 'app-entry__text' },
      hint: { text: told },
      checked: form.typed[nameOf(id)] !== undefined,
    })),
  })

const model: SplitCase = {
  caseNumber: '1001',
  isClosed: false,
  types: [{ value: 'Enquiry', text: 'Enquiry' }],
  notes: [
    { id: 7, name: `General: mould in <the> bathroom ${'x'.repeat(90)}`, told: 'Okafor, Ife' },
    { id: 8, name: 'General: and a lamp', told: 'Okafor, Ife, 6 July 2031' },
  ],
  documents: [{ id: 9, name: 'Lamp.pdf', told: 'Website, 6 July 2031' }],
}
const form = emptyForm('/cases/1001/split')

/** Examples of the page, by what they show. */
export const splitCaseExamples: Examples<FormView<SplitCase>> = {
  'notes and documents to choose, and nothing said of the receipt': [
    model,
    {
      ...form,
      typed: { Type: 'Enquiry', 'Note.8': 'yes' },
      flaws: [
        {
          parameter: 'Received',
          kind: 'missing',
          message: 'Enter when it counts as received',
        },
      ],
    },
  ],
  'a closed case': [{ ...model, isClosed: true }, form],
}
