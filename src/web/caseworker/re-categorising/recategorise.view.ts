import { goesParameter, toHistory, toNowhere } from '#domain/re-categorising/index.ts'
import type { MappedField } from '#domain/re-categorising/index.ts'
import { insetText } from '#web/components/inset-text.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { areaField, emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { typesAddress } from './addresses.ts'

/** Something of a case, as it is and as it would be. */
export type BeforeAfter = {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** What would become of a case under another type. */
export type Recategorise = {
  readonly caseNumber: string
  readonly from: string
  readonly to: string
  readonly becomes: readonly BeforeAfter[]
  readonly deadlines: readonly { readonly name: string; readonly summary: string }[]
  /** What else there is to know, each in a sentence. */
  readonly remarks: readonly string[]
  readonly fields: readonly MappedField[]
}

/** The page that shows what becomes of a case under another type, where its answers go, and does it. */
export const recategoriseView: FormView<Recategorise> = (model, form) =>
  framedForm(
    {
      caseNumber: model.caseNumber,
      heading: `Put under ${model.to}`,
      submit: `Put under ${model.to}`,
      back: { href: typesAddress(model.caseNumber), text: 'Back to the types' },
      whole: ['Type'],
      fields: html`<p class="govuk-body">
          The case keeps its number, notes, documents, letters and people.
        </p>
        ${whatBecomes(model)} ${datesPart(model)} ${model.remarks.map(remark)}
        ${answersPart(model, form)}
        ${areaField({ name: 'Reason', label: 'Reason', hint: 'It stays in the history of the case.' }, form)}`,
    },
    form,
  )

const whatBecomes = ({ becomes }: Recategorise): Html =>
  html`<h2 class="govuk-heading-m">What becomes of the case</h2>
    ${summaryList({
      rows: becomes.map(({ what, before, after }) => ({
        key: { text: what },
        value: { text: before === after ? `${after} (as now)` : `Now: ${before}. Then: ${after}.` },
      })),
    })}`

const datesPart = ({ deadlines, to }: Recategorise): Html =>
  html`<h2 class="govuk-heading-m">Dates, counted from the same receipt</h2>
    ${
      deadlines.length === 0
        ? html`<p class="govuk-body">A case of ${to} has no deadlines.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${deadlines.map(({ name, summary }) => html`<li>${name}: ${summary}</li>`)}
          </ul>`
    }`

const remark = (text: string): Html => insetText({ text })

const answersPart = ({ fields, to }: Recategorise, form: Form): Html =>
  html`<h2 class="govuk-heading-m">Where the answers go</h2>
    ${
      fields.length === 0
        ? html`<p class="govuk-body">No question of the form has been answered.</p>`
        : html`<p class="govuk-body">
              What the form of ${to} has no question for stays in the history as text.
            </p>
            ${fields.map((field) => placeField(field, form))}`
    }`

const longest = 200

const placeField = (field: MappedField, form: Form): Html => {
  const { id, label, value, goes } = field
  const text = value.length > longest ? `${value.slice(0, longest)}…` : value
  return selectField(
    {
      name: goesParameter(id),
      label,
      hint: text.toWellFormed(),
      none: 'Select where it goes',
      value: goes,
      choices: choicesOf(field),
    },
    form,
  )
}

const choicesOf = ({ fitting, isSensitive }: MappedField): readonly Choice[] => [
  ...fitting.map(({ id, label }) => ({ value: id, text: label })),
  isSensitive
    ? { value: toNowhere, text: 'Nowhere: it is sensitive, and is removed' }
    : { value: toHistory, text: 'The history, as text' },
]

const model: Recategorise = {
  caseNumber: '1001',
  from: 'Complaint',
  to: 'Enquiry',
  becomes: [
    { what: 'Stage', before: 'Stage 1', after: 'Answering' },
    { what: 'Target date', before: '6 July 2031', after: '20 July 2031' },
    { what: 'Tasks that fall away', before: 'Call the customer', after: 'None' },
  ],
  deadlines: [{ name: 'Answer', summary: 'Due 20 July 2031, 13 working days left' }],
  remarks: ['Dates that were set by hand are left to the rules of the new type.'],
  fields: [
    {
      id: 'Details',
      label: 'What <happened>',
      value: `Mould in the bathroom ${'x'.repeat(300)}`,
      isSensitive: false,
      goes: 'Details',
      fitting: [{ id: 'Details', label: 'What is asked' }],
    },
    {
      id: 'Health',
      label: 'Health',
      value: 'Asthma',
      isSensitive: true,
      goes: undefined,
      fitting: [],
    },
  ],
}
const form = emptyForm('/cases/1001/re-categorise/Enquiry')

/** Examples of the page, by what they show. */
export const recategoriseExamples: Examples<FormView<Recategorise>> = {
  'answers to place': [
    model,
    {
      ...form,
      flaws: [
        {
          parameter: 'Goes.Health',
          kind: 'missing',
          message: 'Select where “Health” goes',
        },
      ],
    },
  ],
  'a case without answers, under a type without deadlines': [
    { ...model, becomes: [], deadlines: [], remarks: [], fields: [] },
    form,
  ],
}
