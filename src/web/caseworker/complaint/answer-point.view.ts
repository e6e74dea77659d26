import { insetText } from '#web/components/inset-text.ts'
import { radios } from '#web/components/radios.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { complaintForm } from './complaint-form.ts'

/** A point as the page shows it on which it is answered. */
export type AnswerPoint = {
  readonly caseNumber: string
  readonly number: number
  readonly description: string
  readonly findings: readonly Choice[]
  readonly stored: Stored
  readonly answer: {
    readonly service: string | undefined
    readonly evidence: string | undefined
    readonly finding: string | undefined
    readonly reasons: string | undefined
  }
}

/** The page on which a point of complaint is answered. */
export const answerPointView: FormView<AnswerPoint> = (model, form) =>
  complaintForm(
    {
      caseNumber: model.caseNumber,
      heading: `Answer point ${model.number}`,
      submit: 'Save answer',
      stored: model.stored,
      fields: html`${insetText(longText(model.description))} ${fields(model.answer, form)}
      ${finding(model, form)}
      ${areaField(
        { name: 'Reasons', label: 'Reasons for the finding', value: model.answer.reasons },
        form,
      )}`,
    },
    form,
  )

const fields = ({ service, evidence }: AnswerPoint['answer'], form: Form): Html =>
  html`${lineField({ name: 'Service', label: 'Service concerned (optional)', value: service }, form)}
  ${areaField({ name: 'Evidence', label: 'Evidence that was considered (optional)', value: evidence }, form)}`

const finding = ({ findings, answer }: AnswerPoint, form: Form): Html =>
  radios({
    name: 'Finding',
    fieldset: { legend: { text: 'Finding', classes: 'govuk-fieldset__legend--s' } },
    items: findings,
    value: form.typed['Finding'] ?? answer.finding,
    errorMessage: messageOf(form, 'Finding'),
  })

const model: AnswerPoint = {
  caseNumber: '1001',
  number: 1,
  description: 'The roof leaks.\nIt has for <months>.',
  findings: [
    { value: 'upheld', text: 'Upheld' },
    { value: 'partly upheld', text: 'Partly upheld' },
    { value: 'not upheld', text: 'Not upheld' },
  ],
  stored: {
    version: 2,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'Finding', text: 'Upheld' }],
  },
  answer: { service: 'Repairs', evidence: undefined, finding: undefined, reasons: undefined },
}

const form = emptyForm('/cases/1001/complaint/points/1/answer')

/** Examples of the page, by what they show. */
export const answerPointExamples: Examples<FormView<AnswerPoint>> = {
  'a point without an answer': [model, form],
  'an answer without finding and reasons': [
    model,
    {
      ...form,
      typed: { Evidence: 'Photographs' },
      flaws: [
        { parameter: 'Finding', kind: 'missing', message: 'Select the finding' },
        { parameter: 'Reasons', kind: 'missing', message: 'Enter reasons for the finding' },
      ],
    },
  ],
  'a point that somebody else has answered': [
    model,
    {
      ...form,
      typed: { Finding: 'not upheld', Reasons: 'It is dry', Version: '1' },
      flaws: [{ parameter: 'Version', kind: 'invalid', message: 'Somebody has changed this' }],
    },
  ],
}
