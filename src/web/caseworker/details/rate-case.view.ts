import { input } from '#web/components/input.ts'
import { radios } from '#web/components/radios.ts'
import { textarea } from '#web/components/textarea.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** How a case is rated, and how it can be; any words where its type has no ratings of its own. */
export type RateCase = {
  readonly caseNumber: string
  readonly rating: string | undefined
  readonly ratings: readonly string[]
}

/** The page on which a case is rated. */
export const rateCaseView: FormView<RateCase> = (model, form) =>
  framedForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Rate this case',
      submit: 'Save rating',
      back: { href: caseAddress(model.caseNumber), text: `Back to case ${model.caseNumber}` },
      fields: html`${ratingField(model, form)} ${reasonField(form)}`,
    },
    form,
  )

const ratingField = ({ rating, ratings }: RateCase, form: Form): Html => {
  const asked = {
    name: 'Rating',
    value: form.typed['Rating'] ?? rating,
    errorMessage: messageOf(form, 'Rating'),
  }
  if (ratings.length === 0) return input({ ...asked, label: { text: 'Rating' } })
  return radios({
    ...asked,
    fieldset: { legend: { text: 'Rating', classes: 'govuk-fieldset__legend--m' } },
    items: ratings.map((each) => ({
      value: each,
      text: each,
      label: { classes: 'app-entry__text' },
    })),
  })
}

const reasonField = (form: Form): Html =>
  textarea({
    name: 'Reason',
    label: { text: 'Reason (optional)' },
    hint: { text: 'It stays in the history of the case.' },
    rows: 3,
    value: form.typed['Reason'],
    errorMessage: messageOf(form, 'Reason'),
  })

const form: Form = {
  action: '/cases/1001/rate',
  csrfToken: 'example',
  typed: {},
  flaws: [],
}

/** Examples of the page, by what they show. */
export const rateCaseExamples: Examples<FormView<RateCase>> = {
  'a type with ratings': [
    { caseNumber: '1001', rating: 'Low', ratings: ['Low', 'Medium', `High ${'x'.repeat(80)}`] },
    form,
  ],
  'a type without ratings': [{ caseNumber: '1001', rating: undefined, ratings: [] }, form],
  'nothing chosen': [
    { caseNumber: '1001', rating: undefined, ratings: ['Low', 'High'] },
    { ...form, flaws: [{ parameter: 'Rating', kind: 'missing', message: 'Select a rating' }] },
  ],
}
