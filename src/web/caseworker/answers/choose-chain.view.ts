import { insetText } from '#web/components/inset-text.ts'
import { radios } from '#web/components/radios.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { answerForm } from './answer-form.ts'

/** A chain as a choice: its steps in words. */
export type ChainChoice = {
  readonly value: string
  readonly text: string
  readonly steps: string
}

/** An answer as the page shows it on which a chain is chosen. */
export type ChooseChain = {
  readonly caseNumber: string
  readonly number: number
  readonly text: string
  readonly chains: readonly ChainChoice[]
  readonly stored: Stored
}

/** The page on which it is chosen who clears an answer. */
export const chooseChainView: FormView<ChooseChain> = (model, form) =>
  answerForm(
    {
      caseNumber: model.caseNumber,
      heading: `Have answer ${model.number} cleared`,
      submit: 'Ask for clearance',
      stored: model.stored,
      fields: html`${insetText(longText(model.text))}
      ${radios({
        name: 'Chain',
        fieldset: { legend: { text: 'Who must clear it', classes: 'govuk-fieldset__legend--s' } },
        items: model.chains.map(({ value, text, steps }) => ({
          value,
          text,
          hint: { text: steps },
        })),
        value: form.typed['Chain'],
        errorMessage: messageOf(form, 'Chain'),
      })}`,
    },
    form,
  )

const model: ChooseChain = {
  caseNumber: '1001',
  number: 1,
  text: 'Dear Ms Hart,\n<thanks>',
  chains: [
    { value: 'full', text: 'Legal and press', steps: 'Legal, then Press office' },
    { value: 'short', text: 'Legal only', steps: 'Legal' },
  ],
  stored: {
    version: 1,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'The answer', text: 'Dear Ms Hart' }],
  },
}
const form = emptyForm('/cases/1001/answers/1/clearance')

/** Examples of the page, by what they show. */
export const chooseChainExamples: Examples<FormView<ChooseChain>> = {
  'chains to choose from': [model, form],
  'nothing chosen': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Chain', kind: 'missing', message: 'Select who must clear it' }],
    },
  ],
}
