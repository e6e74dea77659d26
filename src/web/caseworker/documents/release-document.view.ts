import { warningText } from '#web/components/warning-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { NamedDocument } from './amend-document.view.ts'

/** A document that the customer is about to see, or to see no longer. */
export type ReleasedDocument = NamedDocument & { readonly isRelease: boolean }

/** The page on which somebody confirms that the customer is to see a document, or no longer. */
export const releaseDocumentView: FormView<ReleasedDocument> = (model, form) =>
  framedForm(
    {
      caseNumber: model.caseNumber,
      heading: model.isRelease ? 'Let the customer see it' : 'Withdraw it from the customer',
      submit: model.isRelease ? 'Let the customer see it' : 'Withdraw it',
      back: { href: model.back, text: 'Back to the document' },
      whole: ['Document'],
      fields: html`<p class="govuk-body app-entry__text">
          Document: <strong>${model.name}</strong>
        </p>
        ${warningText({ text: model.isRelease ? released : withdrawn })}`,
    },
    form,
  )

const released =
  'The customer can open this document when they check the progress of their case. Look through it first: it must hold nothing about anybody else.'
const withdrawn =
  'The customer can no longer open this document. What they have opened or saved already stays with them.'

const model: ReleasedDocument = {
  caseNumber: '1001',
  name: `Plan <1> ${'x'.repeat(120)}.pdf`,
  category: '',
  categories: [],
  back: '/cases/1001/documents/D8',
  isRelease: true,
}

/** Examples of the page, by what they show. */
export const releaseDocumentExamples: Examples<FormView<ReleasedDocument>> = {
  'a document to be released': [
    model,
    {
      action: '/cases/1001/documents/D8/release',
      csrfToken: 'example',
      typed: {},
      flaws: [],
    },
  ],
}
