import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { releaseField, uploadForm } from './upload-form.ts'

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
        The new version takes the place of <strong>${model.name}</strong>, which is kept as an older
        version. ${model.isReleased && nowReleased}
      </p>
      ${uploadForm(
        {
          next: model.back,
          nextText: 'See what was added',
          fields: releaseField(form, 'the new version'),
          takes: 'one',
          mostBytes: model.mostBytes,
          submit: 'Add new version',
        },
        form,
      )}
    </div>
  </div>`,
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
