import { askedBack, momentFields } from '#web/dates/moment-fields.ts'
import { areaField, emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { clockForm } from './clock-form.ts'

/** When a case was received and by what channels one can be, as the page shows it on which that is corrected. */
export type CorrectReceipt = {
  readonly caseNumber: string
  readonly date: string
  readonly time: string
  readonly channels: readonly Choice[]
}

/** The page on which the receipt of a case is corrected. */
export const correctReceiptView: FormView<CorrectReceipt> = (model, sent) => {
  const form = askedBack(sent, 'Received', 'Date received')
  const { date, time } = model
  return clockForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Correct the receipt',
      submit: 'Correct',
      fields: html`<p class="govuk-body">
          Every date that counts from receipt is counted anew. What is here is when it was received
          as far as is known now.
        </p>
        ${momentFields(
          {
            name: 'Received',
            label: 'Date received',
            timeLabel: 'Time received (optional)',
            timeHint: 'For example, 17:30 or 5:30pm',
            date,
            time,
          },
          form,
        )}
        ${channelField(model, form)}
        ${areaField({ name: 'Reason', label: 'Why it is corrected' }, form)}`,
    },
    form,
  )
}

const channelField = ({ channels }: CorrectReceipt, form: Form): Html =>
  channels.length === 0
    ? lineField({ name: 'Channel', label: 'Channel (optional)' }, form)
    : selectField(
        { name: 'Channel', label: 'Channel', none: 'Leave it as it is', choices: channels },
        form,
      )

const model: CorrectReceipt = {
  caseNumber: '1001',
  date: '6/7/2026',
  time: '14:05',
  channels: [{ value: 'Web', text: 'The <web>' }],
}

const form = emptyForm('/cases/1001/clock/receipt')

/** Examples of the page, by what they show. */
export const correctReceiptExamples: Examples<FormView<CorrectReceipt>> = {
  'when it was received': [model, form],
  'no channels are listed': [{ ...model, channels: [] }, form],
  'a time that there was not, and no reason': [
    model,
    {
      ...form,
      typed: { Received: '29/3/2026', ReceivedTime: '1:30' },
      flaws: [
        { parameter: 'Received', kind: 'invalid', message: 'Date of receipt is not clear' },
        { parameter: 'Reason', kind: 'missing', message: 'Enter reason' },
      ],
    },
  ],
  'no time of day': [
    model,
    {
      ...form,
      typed: { Received: '29/3/2026', ReceivedTime: 'lunch' },
      flaws: [{ parameter: 'Received', kind: 'invalid', message: 'Date of receipt is not clear' }],
    },
  ],
}
