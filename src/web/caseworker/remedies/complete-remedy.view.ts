import { complaintForm } from '#web/caseworker/complaint/complaint-form.ts'
import { insetText } from '#web/components/inset-text.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { areaField, dateField, emptyForm, moneyField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** A remedy as the page shows it on which it is noted as done. */
export type CompleteRemedy = {
  readonly caseNumber: string
  readonly about: string
  readonly today: string
  readonly isPayment: boolean
  readonly expectedCost: string | undefined
  readonly stored: Stored
}

/** The page on which a remedy is noted as done. */
export const completeRemedyView: FormView<CompleteRemedy> = (model, form) =>
  complaintForm(
    {
      caseNumber: model.caseNumber,
      heading: 'Remedy done',
      submit: 'Save as done',
      stored: model.stored,
      fields: html`${insetText(longText(model.about))}
      ${dateField({ name: 'DoneOn', label: 'Done on', value: model.today }, form)}
      ${moneyField(
        {
          name: 'Cost',
          label: model.isPayment ? 'Amount paid' : 'What it cost (optional)',
          value: model.expectedCost,
        },
        form,
      )}
      ${areaField(
        {
          name: 'Evidence',
          label: 'What shows that it is done',
          hint: 'For example, a receipt, an inspection or a letter',
        },
        form,
      )}`,
    },
    form,
  )

const model: CompleteRemedy = {
  caseNumber: '1001',
  about: 'Payment: for the <carpet>',
  today: '2026-07-06',
  isPayment: true,
  expectedCost: '180.25',
  stored: {
    version: 1,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'To be done by', text: '21 July 2026' }],
  },
}

const form = emptyForm('/cases/1001/complaint/remedies/1/done')

/** Examples of the page, by what they show. */
export const completeRemedyExamples: Examples<FormView<CompleteRemedy>> = {
  'a payment': [model, form],
  'an apology': [{ ...model, about: 'Apology', isPayment: false, expectedCost: undefined }, form],
  'a payment of nothing, without evidence': [
    model,
    {
      ...form,
      typed: { Cost: '', DoneOn: '1/1/2099' },
      flaws: [
        { parameter: 'DoneOn', kind: 'invalid', message: 'Enter a date that is in the past' },
        { parameter: 'Cost', kind: 'missing', message: 'Enter how much was paid' },
        { parameter: 'Evidence', kind: 'missing', message: 'Enter what shows that it is done' },
      ],
    },
  ],
  'a remedy that is done already': [
    model,
    {
      ...form,
      flaws: [{ parameter: '', kind: 'invalid', message: 'This remedy is done' }],
    },
  ],
}
