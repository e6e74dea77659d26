import { insetText } from '#web/components/inset-text.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { complaintForm } from './complaint-form.ts'

/** A point or remedy that goes no further, as the page shows it on which the reason is given. */
export type GiveReason = {
  readonly caseNumber: string
  readonly heading: string
  readonly about: string
  readonly question: string
  readonly submit: string
  readonly stored: Stored
}

/** The page on which a point is withdrawn or a remedy is not needed any more. */
export const giveReasonView: FormView<GiveReason> = (model, form) =>
  complaintForm(
    {
      ...model,
      fields: html`${insetText(longText(model.about))}
      ${areaField({ name: 'Reason', label: model.question }, form)}`,
    },
    form,
  )

const model: GiveReason = {
  caseNumber: '1001',
  heading: 'Withdraw point 2',
  about: 'Nobody came to mend <it>',
  question: 'Why it is withdrawn',
  submit: 'Withdraw point',
  stored: {
    version: 2,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'Finding', text: 'Upheld' }],
  },
}

const form = emptyForm('/cases/1001/complaint/points/2/withdraw')

/** Examples of the page, by what they show. */
export const giveReasonExamples: Examples<FormView<GiveReason>> = {
  'a point to be withdrawn': [model, form],
  'no reason': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Reason', kind: 'missing', message: 'Enter why it is withdrawn' }],
    },
  ],
  'a point that somebody else has changed': [
    model,
    {
      ...form,
      typed: { Reason: 'Settled', Version: '1' },
      flaws: [{ parameter: 'Version', kind: 'invalid', message: 'Somebody has changed this' }],
    },
  ],
}
