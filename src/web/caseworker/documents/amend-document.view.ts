import { input } from '#web/components/input.ts'
import { select } from '#web/components/select.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** A document that something is to be done with. */
export type NamedDocument = {
  readonly caseNumber: string
  readonly name: string
  readonly category: string
  readonly categories: readonly string[]
  readonly back: string
}

/** The page on which a document gets another title or category. */
export const amendDocumentView: FormView<NamedDocument> = (model, form) => {
  const { categories, category } = model
  const choices = new Set([...categories, category].filter((each) => each !== ''))
  return framedForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Change title or category',
      submit: 'Save',
      back: { href: model.back, text: 'Back to the document' },
      whole: ['Document'],
      fields: html`${input({
        name: 'Name',
        label: { text: 'Title', classes: 'govuk-label--m' },
        hint: { text: 'What the document is called here, and when it is downloaded.' },
        value: form.typed['Name'] ?? model.name,
        errorMessage: messageOf(form, 'Name'),
      })}
      ${select({
        name: 'Category',
        label: { text: 'Category', classes: 'govuk-label--m' },
        items: [
          { value: '', text: 'None' },
          ...[...choices].map((value) => ({ value, text: value })),
        ],
        value: form.typed['Category'] ?? category,
        errorMessage: messageOf(form, 'Category'),
      })}`,
    },
    form,
  )
}

const model: NamedDocument = {
  caseNumber: '1001',
  name: 'Plan <1>.pdf',
  category: 'Old & retired',
  categories: ['Evidence', 'Letter'],
  back: '/cases/1001/documents/D8',
}

const form: Form = {
  action: '/cases/1001/documents/D8/change',
  csrfToken: 'example',
  typed: {},
  flaws: [],
}

/** Examples of the page, by what they show. */
export const amendDocumentExamples: Examples<FormView<NamedDocument>> = {
  'a document in a category that is offered no longer': [model, form],
  'a document without a title': [
    model,
    {
      ...form,
      typed: { Name: '', Category: 'Letter' },
      flaws: [{ parameter: 'Name', kind: 'missing', message: 'Enter title' }],
    },
  ],
}
