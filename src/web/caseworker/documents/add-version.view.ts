import { button } from '#web/components/button.ts'
import { fileUpload } from '#web/components/file-upload.ts'
import { assets } from '#web/layout/assets.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { sizeInWords } from '#web/layout/sizes.ts'
import { releaseField } from './add-documents.view.ts'

/** A document that a new version is to be added to. */
export type AddVersion = {
  readonly caseNumber: string
  readonly name: string
  readonly isReleased: boolean
  readonly mostBytes: number
  readonly back: string
}

/** The page on which a new version takes the place of a document. */
export const addVersionView: FormView<AddVersion> = (model, form) => ({
  title: formTitle(`Add a new version: case ${model.caseNumber}`, form),
  back: { href: model.back, text: 'Back to the document' },
  content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)}
        <span class="govuk-caption-l">Case ${model.caseNumber}</span>
        <h1 class="govuk-heading-l">Add a new version</h1>
        <p class="govuk-body app-entry__text">
          The new version takes the place of <strong>${model.name}</strong>, which is kept as an
          older version. ${model.isReleased && nowReleased}
        </p>
        <form
          id="upload"
          data-next="${model.back}"
          action="${form.action}"
          method="post"
          enctype="multipart/form-data"
          novalidate
        >
          ${csrfField(form.csrfToken)} ${releaseField(form, 'the new version')}
          ${fileUpload({
            name: 'Files',
            label: { text: 'File', classes: 'govuk-label--m' },
            hint: {
              text: `Choose a file, or drop it on the box. It must be ${sizeInWords(model.mostBytes)} or smaller.`,
            },
            classes: 'app-drop',
            errorMessage: messageOf(form, 'Files'),
          })}
          <ul class="govuk-list" id="upload-files"></ul>
          <p class="govuk-body" id="upload-told" role="status"></p>
          ${button({ text: 'Add new version', preventDoubleClick: true })}
        </form>
      </div>
    </div>
    <script type="module" src="${assets.uploadFiles.address}"></script>`,
})

const nowReleased =
  'The customer can see the present version. They can see the new one only if you say so here.'

const model: AddVersion = {
  caseNumber: '1001',
  name: `Plan <1> ${'x'.repeat(120)}.pdf`,
  isReleased: true,
  mostBytes: 25_000_000,
  back: '/cases/1001/documents/D8',
}

const form: Form = {
  action: '/cases/1001/documents/D8/version',
  csrfToken: 'example',
  typed: {},
  flaws: [{ parameter: 'Files', kind: 'missing', message: 'Choose a file' }],
}

/** Examples of the page, by what they show. */
export const addVersionExamples: Examples<FormView<AddVersion>> = {
  'no file chosen': [model, form],
}
