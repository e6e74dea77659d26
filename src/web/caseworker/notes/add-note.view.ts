import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { select } from '#web/components/select.ts'
import { textarea } from '#web/components/textarea.ts'
import { warningText } from '#web/components/warning-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** What the page shows beside its form: the case, the kinds of note that the organisation keeps, and colleagues. */
export type AddNote = {
  readonly caseNumber: string
  readonly caseAddress: string
  readonly kinds: readonly string[]
  /** Who can be mentioned, as it is written behind the `@`. */
  readonly mentions: readonly string[]
}

/** The page on which a note is written. */
export const addNoteView: FormView<AddNote> = (model, form) => ({
  title: formTitle(`Add a note to case ${model.caseNumber}`, form),
  back: { href: model.caseAddress, text: `Back to case ${model.caseNumber}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">Case ${model.caseNumber}</span>
      <h1 class="govuk-heading-l">Add a note</h1>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${noteText(form)} ${kindOfNote(model, form)}
        ${model.mentions.length > 0 && mention(model, form)} ${shownToCustomer(form)}
        ${button({ text: 'Add note', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const noteText = (form: Form): Html =>
  textarea({
    name: 'Notes',
    label: { text: 'Note', classes: 'govuk-label--m' },
    rows: 8,
    spellcheck: true,
    value: form.typed['Notes'],
    errorMessage: messageOf(form, 'Notes'),
  })

const kindOfNote = ({ kinds }: AddNote, form: Form): Html =>
  select({
    name: 'Type',
    label: { text: 'Kind of note', classes: 'govuk-label--m' },
    items: kinds.map((kind) => ({ value: kind, text: kind })),
    value: form.typed['Type'],
    errorMessage: messageOf(form, 'Type'),
  })

const mention = ({ mentions }: AddNote, form: Form): Html =>
  select({
    name: 'Mention',
    label: { text: 'Tell a colleague', classes: 'govuk-label--m' },
    hint: {
      text: 'They get a notice. To tell several, write @ and their name in the note, such as @Ife Okafor. Only people who may see this case are told.',
    },
    items: [{ value: '', text: 'Nobody' }, ...mentions.map((text) => ({ value: text, text }))],
    value: form.typed['Mention'],
  })

const shownToCustomer = (form: Form): Html =>
  html`<div class="app-shown-to-customer">
    ${checkboxes({
      name: 'SelfServiceAccess',
      fieldset: { legend: { text: 'Who can see it', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: messageOf(form, 'SelfServiceAccess'),
      items: [
        {
          value: 'true',
          text: 'The customer can see this note',
          checked: form.typed['SelfServiceAccess'] === 'true',
        },
      ],
    })}
    ${warningText({
      text: 'If you tick this, the customer reads the note when they check the progress of their case.',
    })}
  </div>`

const model: AddNote = {
  caseNumber: '1001',
  caseAddress: '/cases/1001',
  kinds: ['General', 'Telephone call'],
  mentions: ['Hart, Jo', 'Okafor, Ife'],
}

const empty: Form = {
  action: '/cases/1001/notes/new',
  csrfToken: 'example',
  typed: {},
  flaws: [],
}

/** Examples of the page, by what they show. */
export const addNoteExamples: Examples<FormView<AddNote>> = {
  'a new note': [model, empty],
  'a note without text': [
    model,
    {
      ...empty,
      typed: { Notes: '', Type: 'Telephone call', SelfServiceAccess: 'true' },
      flaws: [{ parameter: 'Notes', kind: 'missing', message: 'Enter the note' }],
    },
  ],
  'a kind that is not kept': [
    model,
    {
      ...empty,
      typed: { Notes: '<b>Rang & left a message</b>', Type: 'Fax' },
      flaws: [
        { parameter: 'Type', kind: 'invalid', message: 'Select a kind of note from the list' },
      ],
    },
  ],
}
