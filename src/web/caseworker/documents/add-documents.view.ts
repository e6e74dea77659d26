import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { fileUpload } from '#web/components/file-upload.ts'
import { insetText } from '#web/components/inset-text.ts'
import { select } from '#web/components/select.ts'
import { warningText } from '#web/components/warning-text.ts'
import { assets } from '#web/layout/assets.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { sizeInWords } from '#web/layout/sizes.ts'
import { documentsAddress } from './addresses.ts'

/** What the page shows beside its form; `added` names the files that were added although others were not. */
export type AddDocuments = {
  readonly caseId: number
  readonly categories: readonly string[]
  readonly mostBytes: number
  readonly added: readonly string[]
}

/** The page on which documents are put on a case: the files last, so that all else arrives before them. */
export const addDocumentsView: FormView<AddDocuments> = (model, form) => ({
  title: formTitle(`Add documents to case ${model.caseId}`, form),
  back: { href: documentsAddress(model.caseId), text: `Back to documents of case ${model.caseId}` },
  content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)} ${model.added.length > 0 && addedFiles(model.added)}
        <span class="govuk-caption-l">Case ${model.caseId}</span>
        <h1 class="govuk-heading-l">Add documents</h1>
        <form
          id="upload"
          data-next="${documentsAddress(model.caseId)}"
          action="${form.action}"
          method="post"
          enctype="multipart/form-data"
          novalidate
        >
          ${csrfField(form.csrfToken)} ${categoryField(model, form)}
          ${releaseField(form, 'these documents')} ${files(model, form)}
          <ul class="govuk-list" id="upload-files"></ul>
          <p class="govuk-body" id="upload-told" role="status"></p>
          ${button({ text: 'Add documents', preventDoubleClick: true })}
        </form>
      </div>
    </div>
    <script type="module" src="${assets.uploadFiles.address}"></script>`,
})

const addedFiles = (names: readonly string[]): Html =>
  insetText({
    html: html`<p class="govuk-body">These were added. Do not send them again:</p>
      <ul class="govuk-list govuk-list--bullet">
        ${names.map((name) => html`<li class="app-entry__text">${name}</li>`)}
      </ul>`,
  })

const categoryField = ({ categories }: AddDocuments, form: Form): Html | undefined =>
  categories.length === 0
    ? undefined
    : select({
        name: 'Category',
        label: { text: 'Category', classes: 'govuk-label--m' },
        items: [
          { value: '', text: 'None' },
          ...categories.map((value) => ({ value, text: value })),
        ],
        value: form.typed['Category'],
      })

/** The box that lets the customer see what is added, with what that means. */
export const releaseField = (form: Form, what: string): Html =>
  html`<div class="app-shown-to-customer">
    ${checkboxes({
      name: 'SelfServiceAccess',
      fieldset: { legend: { text: `Who can see ${what}`, classes: 'govuk-fieldset__legend--m' } },
      items: [
        {
          value: 'true',
          text: `The customer can see ${what}`,
          checked: form.typed['SelfServiceAccess'] === 'true',
        },
      ],
    })}
    ${warningText({
      text: `If you tick this, the customer can open ${what} when they check the progress of their case.`,
    })}
  </div>`

const files = ({ mostBytes }: AddDocuments, form: Form): Html =>
  fileUpload({
    name: 'Files',
    label: { text: 'Files', classes: 'govuk-label--m' },
    hint: {
      text: `You can choose several files at once, or drop them on the box. Each must be ${sizeInWords(mostBytes)} or smaller.`,
    },
    multiple: true,
    classes: 'app-drop',
    errorMessage: messageOf(form, 'Files'),
  })

const model: AddDocuments = {
  caseId: 1001,
  categories: ['Evidence', 'Letter'],
  mostBytes: 25_000_000,
  added: [],
}

const empty: Form = {
  action: '/cases/1001/documents/new',
  csrfToken: 'example',
  typed: {},
  flaws: [],
}

/** Examples of the page, by what they show. */
export const addDocumentsExamples: Examples<FormView<AddDocuments>> = {
  'files to be chosen': [model, empty],
  'files of which one was not added': [
    { ...model, added: ['Plan <1>.pdf', `${'x'.repeat(200)}.png`] },
    {
      ...empty,
      typed: { Category: 'Evidence', SelfServiceAccess: 'true' },
      flaws: [
        {
          parameter: 'Files',
          kind: 'invalid',
          message: 'Film.mov must be 25MB or smaller',
        },
      ],
    },
  ],
}
