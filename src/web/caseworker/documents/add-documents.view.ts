import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { documentsAddress } from './addresses.ts'
import { addedFiles, categoryField, releaseField, uploadForm } from './upload-form.ts'

/** What the page shows beside its form; `added` names the files that were added although others were not. */
export type AddDocuments = {
  readonly caseId: number
  readonly categories: readonly string[]
  readonly mostBytes: number
  readonly added: readonly string[]
}

/** The page on which documents are put on a case. */
export const addDocumentsView: FormView<AddDocuments> = (model, form) => ({
  title: formTitle(`Add documents to case ${model.caseId}`, form),
  back: { href: documentsAddress(model.caseId), text: `Back to documents of case ${model.caseId}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)} ${model.added.length > 0 && addedFiles(model.added)}
      <span class="govuk-caption-l">Case ${model.caseId}</span>
      <h1 class="govuk-heading-l">Add documents</h1>
      ${uploadForm(
        {
          next: documentsAddress(model.caseId),
          nextText: 'See what was added',
          fields: html`${categoryField(model.categories, form)}
          ${releaseField(form, 'these documents')}`,
          takes: 'several',
          mostBytes: model.mostBytes,
          submit: 'Add documents',
        },
        form,
      )}
    </div>
  </div>`,
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
          message: 'Film.mov must be 25 MB or smaller',
        },
      ],
    },
  ],
}
