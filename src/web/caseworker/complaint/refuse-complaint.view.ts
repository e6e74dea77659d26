import { checkboxes } from '#web/components/checkboxes.ts'
import { radios } from '#web/components/radios.ts'
import { warningText } from '#web/components/warning-text.ts'
import { areaField, dateField, emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { complaintForm } from './complaint-form.ts'

/** What the page shows on which a complaint is refused; no reasons where none are configured. */
export type RefuseComplaint = {
  readonly caseNumber: string
  readonly reasons: readonly string[]
  readonly points: readonly Choice[]
}

/** The page on which it is recorded why a complaint, or a point of it, is not taken on. */
export const refuseComplaintView: FormView<RefuseComplaint> = (model, form) =>
  complaintForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Not taken on',
      submit: 'Record',
      fields: html`${warningText({
        text: 'Look at each complaint by itself. The customer must be told the reasons in writing, and how to reach the Ombudsman.',
      })}
      ${model.points.length > 0 && whichPart(model, form)} ${reason(model, form)}
      ${areaField(
        {
          name: 'Explanation',
          label: 'The reason in words',
          hint: 'As the customer was told',
        },
        form,
      )}
      ${dateField({ name: 'ToldOn', label: 'The customer was told on' }, form)} ${ombudsman(form)}`,
    },
    form,
  )

const whichPart = ({ points }: RefuseComplaint, form: Form): Html =>
  selectField(
    {
      name: 'Point',
      label: 'What is not taken on',
      none: 'The complaint as a whole',
      choices: points,
    },
    form,
  )

const reason = ({ reasons }: RefuseComplaint, form: Form): Html =>
  reasons.length === 0
    ? lineField({ name: 'Reason', label: 'Reason' }, form)
    : radios({
        name: 'Reason',
        fieldset: { legend: { text: 'Reason', classes: 'govuk-fieldset__legend--s' } },
        items: reasons.map((value) => ({ value, text: value })),
        value: form.typed['Reason'],
        errorMessage: messageOf(form, 'Reason'),
      })

const ombudsman = (form: Form): Html =>
  checkboxes({
    name: 'OmbudsmanGiven',
    fieldset: { legend: { text: 'The Ombudsman', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: messageOf(form, 'OmbudsmanGiven'),
    items: [
      {
        value: 'true',
        text: 'The customer was told how to reach the Ombudsman',
        checked: form.typed['OmbudsmanGiven'] === 'true',
      },
    ],
  })

const model: RefuseComplaint = {
  caseNumber: '1001',
  reasons: ['Over 12 months old', 'Legal proceedings have started'],
  points: [{ value: '1', text: 'Point 1: the roof' }],
}

const form = emptyForm('/cases/1001/complaint/exclusions/new')

/** Examples of the page, by what they show. */
export const refuseComplaintExamples: Examples<FormView<RefuseComplaint>> = {
  'reasons to choose from': [model, form],
  'no reasons configured, no points': [{ ...model, reasons: [], points: [] }, form],
  'nothing filled in': [
    model,
    {
      ...form,
      typed: { ToldOn: '1/1/2099', OmbudsmanGiven: 'true' },
      flaws: [
        { parameter: 'Reason', kind: 'missing', message: 'Enter the reason' },
        { parameter: 'Explanation', kind: 'missing', message: 'Enter the reason in words' },
        { parameter: 'ToldOn', kind: 'invalid', message: 'Enter a date that is in the past' },
      ],
    },
  ],
}
