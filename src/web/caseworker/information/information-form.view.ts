import { radios } from '#web/components/radios.ts'
import { insetText } from '#web/components/inset-text.ts'
import { caseForm, longText } from '#web/forms/case-form.ts'
import type { Stored } from '#web/forms/case-form.ts'
import { areaField, dateField, emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { informationAddress } from './addresses.ts'

/** A question of a form. */
export type Question = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
} & (
  | { readonly as: 'line' | 'area' | 'date' }
  | { readonly as: 'radios'; readonly choices: readonly Choice[] }
  | { readonly as: 'select'; readonly choices: readonly Choice[]; readonly none: string }
)

/** A form about a request for information: what it is about, and what it asks. */
export type InformationForm = {
  readonly caseNumber: string
  readonly heading: string
  readonly submit: string
  readonly about?: string | undefined
  readonly stored?: Stored | undefined
  readonly questions: readonly Question[]
}

/** The page with any form about a request for information. */
export const informationFormView: FormView<InformationForm> = (model, form) =>
  caseForm(
    {
      ...model,
      back: {
        href: informationAddress(model.caseNumber),
        text: 'Back to the request for information',
      },
      fields: html`${model.about !== undefined && insetText(longText(model.about))}
      ${model.questions.map((question) => fieldOf(question, form))}`,
    },
    form,
  )

const fieldOf = (question: Question, form: Form): Html => {
  switch (question.as) {
    case 'area':
      return areaField(question, form)
    case 'date':
      return dateField(question, form)
    case 'select':
      return selectField(question, form)
    case 'radios':
      return radioField(question, form)
    default:
      return lineField(question, form)
  }
}

const radioField = (
  { name, label, hint, value, choices }: Extract<Question, { as: 'radios' }>,
  form: Form,
): Html =>
  radios({
    name,
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    items: choices,
    value: form.typed[name] ?? value,
    errorMessage: messageOf(form, name),
  })

const model: InformationForm = {
  caseNumber: '1001',
  heading: 'Decide part 1',
  submit: 'Save decision',
  about: 'The <contract>',
  stored: {
    version: 1,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'Decision', text: 'Held' }],
  },
  questions: [
    {
      as: 'radios',
      name: 'Decision',
      label: 'Decision',
      choices: [
        { value: 'released', text: 'Released' },
        { value: 'withheld', text: 'Withheld' },
      ],
    },
    {
      as: 'select',
      name: 'Exemption',
      label: 'Exemption',
      none: 'Select an exemption',
      choices: [{ value: 'FOIA s42', text: 'FOIA s42: Legal professional privilege' }],
    },
    { as: 'area', name: 'Reasons', label: 'Reasons (optional)', hint: 'As the answer gives them' },
    { as: 'line', name: 'Minutes', label: 'Minutes' },
    { as: 'date', name: 'DoneOn', label: 'When', value: '2026-07-06' },
  ],
}
const form = emptyForm('/cases/1001/information/parts/1/decide')

/** Examples of the page, by what they show. */
export const informationFormExamples: Examples<FormView<InformationForm>> = {
  'every kind of question': [model, form],
  'a form without a decision': [
    model,
    {
      ...form,
      typed: { Reasons: 'None' },
      flaws: [
        { parameter: 'Decision', kind: 'missing', message: 'Select the decision' },
        { parameter: 'Minutes', kind: 'invalid', message: 'Minutes must be a whole number' },
      ],
    },
  ],
}
