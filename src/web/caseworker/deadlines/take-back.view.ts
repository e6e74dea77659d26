import { insetText } from '#web/components/inset-text.ts'
import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { clockForm } from './clock-form.ts'

/** An event or a date set by hand that is to be taken back, as the page shows it. */
export type TakeBack = {
  readonly caseNumber: string
  readonly heading: string
  readonly about: string
  readonly question: string
  readonly submit: string
}

/** The page on which something that was recorded of a clock is taken back. */
export const takeBackView: FormView<TakeBack> = ({ about, question, ...frame }, form) =>
  clockForm(
    {
      ...frame,
      whole: ['ClockEvent', 'Deadline', 'Stage', 'Track'],
      fields: html`${insetText({ text: about })}
      ${areaField({ name: 'Reason', label: question }, form)}`,
    },
    form,
  )

const model: TakeBack = {
  caseNumber: '1001',
  heading: 'Withdraw an event',
  about: 'Clarification <asked for>, 6 July 2026',
  question: 'Why it is withdrawn',
  submit: 'Withdraw',
}

const form = emptyForm('/cases/1001/clock/events/7/withdraw')

/** Examples of the page, by what they show. */
export const takeBackExamples: Examples<FormView<TakeBack>> = {
  'an event to be withdrawn': [model, form],
  'no reason, and another event stands on it': [
    model,
    {
      ...form,
      flaws: [
        { parameter: 'Reason', kind: 'missing', message: 'Enter reason' },
        { parameter: 'ClockEvent', kind: 'invalid', message: 'An answer would answer no question' },
      ],
    },
  ],
}
