import { insetText } from '#web/components/inset-text.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { answerForm } from './answer-form.ts'

/** An answer as the page shows it on which a reason is given. */
export type AnswerReason = {
  readonly caseNumber: string
  readonly heading: string
  readonly about: string
  readonly question: string
  readonly submit: string
  readonly stored: Stored
}

/** The page on which an answer is dropped or withdrawn from clearance. */
export const answerReasonView: FormView<AnswerReason> = (model, form) =>
  answerForm(
    {
      ...model,
      fields: html`${insetText(longText(model.about))}
      ${areaField({ name: 'Reason', label: model.question }, form)}`,
    },
    form,
  )

const model: AnswerReason = {
  caseNumber: '1001',
  heading: 'Drop answer 1',
  about: 'Dear <Ms> Hart',
  question: 'Why it will not be sent',
  submit: 'Drop answer',
  stored: {
    version: 1,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'The answer', text: 'Dear Ms Hart' }],
  },
}
const form = emptyForm('/cases/1001/answers/1/drop')

/** Examples of the page, by what they show. */
export const answerReasonExamples: Examples<FormView<AnswerReason>> = {
  'an answer to be dropped': [model, form],
  'no reason': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Reason', kind: 'missing', message: 'Enter why it will not be sent' }],
    },
  ],
}
