import type { Stored } from '#web/forms/case-form.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { answerForm } from './answer-form.ts'

/** An answer as the page shows it on which it is worded; nothing is stored of one that is new. */
export type WordAnswer = {
  readonly caseNumber: string
  readonly answer?: {
    readonly number: number
    readonly title: string
    readonly body: string
    readonly stored: Stored
  }
}

/** The page on which an answer is drafted or changed. */
export const wordAnswerView: FormView<WordAnswer> = ({ caseNumber, answer }, form) =>
  answerForm(
    {
      caseNumber,
      heading: answer ? `Change answer ${answer.number}` : 'Draft an answer',
      submit: 'Save answer',
      stored: answer?.stored,
      fields: html`${lineField(
        {
          name: 'Title',
          label: 'Title',
          hint: 'What this answer is called within the organisation',
          value: answer?.title,
        },
        form,
      )}
      ${areaField({ name: 'Body', label: 'The answer', value: answer?.body }, form)}`,
    },
    form,
  )

const model: WordAnswer = {
  caseNumber: '1001',
  answer: {
    number: 1,
    title: 'Reply to <Ms Hart>',
    body: 'Dear Ms Hart,\nthank you.',
    stored: {
      version: 2,
      changedBy: 'Okafor, Ife',
      changedAt: new Date('2026-07-06T13:05:00Z'),
      known: [{ what: 'The answer', text: 'Dear Ms Hart' }],
    },
  },
}
const form = emptyForm('/cases/1001/answers/1/amend')

/** Examples of the page, by what they show. */
export const wordAnswerExamples: Examples<FormView<WordAnswer>> = {
  'a new answer': [{ caseNumber: '1001' }, form],
  'an answer without text': [
    model,
    {
      ...form,
      typed: { Title: 'Reply', Body: '' },
      flaws: [{ parameter: 'Body', kind: 'missing', message: 'Enter the answer' }],
    },
  ],
  'an answer that somebody else has changed': [
    model,
    {
      ...form,
      typed: { Title: 'Reply', Body: 'Mine', Version: '1' },
      flaws: [{ parameter: 'Version', kind: 'invalid', message: 'Somebody has changed this' }],
    },
  ],
}
