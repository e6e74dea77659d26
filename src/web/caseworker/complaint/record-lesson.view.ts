import { checkboxes } from '#web/components/checkboxes.ts'
import { areaField, emptyForm, ownerFields } from '#web/forms/fields.ts'
import type { Owners } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { complaintForm } from './complaint-form.ts'

/** What the page shows on which a lesson is recorded. */
export type RecordLesson = { readonly caseNumber: string; readonly owners: Owners }

/** The page on which it is recorded what was learnt. */
export const recordLessonView: FormView<RecordLesson> = ({ caseNumber, owners }, form) =>
  complaintForm(
    {
      caseNumber,
      heading: 'Record a lesson',
      submit: 'Record lesson',
      fields: html`${areaField({ name: 'Learnt', label: 'What was learnt' }, form)}
      ${areaField({ name: 'Change', label: 'What has changed because of it (optional)' }, form)}
      ${ownerFields(owners, {}, form)} ${publication(form)}`,
    },
    form,
  )

const publication = (form: Form): Html =>
  checkboxes({
    name: 'Published',
    fieldset: { legend: { text: 'Publication', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: messageOf(form, 'Published'),
    items: [
      {
        value: 'true',
        text: 'It may be published',
        checked: form.typed['Published'] === 'true',
      },
    ],
  })

const model: RecordLesson = {
  caseNumber: '1001',
  owners: {
    people: [{ value: 'sdee', text: 'Okafor, Ife' }],
    teams: [{ value: 'HOUSING', text: 'Customer relations' }],
  },
}

const form = emptyForm('/cases/1001/complaint/lessons/new')

/** Examples of the page, by what they show. */
export const recordLessonExamples: Examples<FormView<RecordLesson>> = {
  'a new lesson': [model, form],
  'a lesson without a text': [
    model,
    {
      ...form,
      typed: { Published: 'true', TeamCode: 'HOUSING' },
      flaws: [{ parameter: 'Learnt', kind: 'missing', message: 'Enter what was learnt' }],
    },
  ],
}
