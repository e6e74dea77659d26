import { areaField, dateField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { progressForm } from './form-frame.ts'
import { wayChoice, type Way } from './way-choice.ts'

/** A case that is ended or reopened, as the page shows it. */
export type EndCase = {
  readonly caseNumber: string
  readonly heading: string
  readonly question: { readonly name: string; readonly text: string }
  readonly reason: string
  /** What the day is called on which the request came; it is not asked for without. */
  readonly received?: string
  readonly ways: readonly Way[]
  /** What is said where there is no way. */
  readonly none: string
}

/** The page on which a case is ended before its time, or reopened. */
export const endCaseView: FormView<EndCase> = (model, form) =>
  progressForm(
    {
      caseNumber: model.caseNumber,
      heading: model.heading,
      submit: model.heading,
      isEmpty: model.ways.length === 0,
      whole: ['Seen'],
      fields:
        model.ways.length === 0
          ? html`<p class="govuk-body">${model.none}</p>`
          : html`${wayChoice(
              { name: model.question.name, question: model.question.text, ways: model.ways },
              form,
            )}
            ${
              model.received !== undefined &&
              dateField({ name: 'Received', label: model.received }, form)
            }
            ${areaField({ name: 'Reason', label: model.reason }, form)}`,
    },
    form,
  )

const model: EndCase = {
  caseNumber: '1001',
  heading: 'End case',
  question: { name: 'Ending', text: 'How the case ends' },
  reason: 'Reason',
  ways: [
    { code: 'withdrawn', label: 'Withdrawn', hint: undefined, lacking: [], asks: [] },
    {
      code: 'duplicate',
      label: 'Duplicate',
      hint: undefined,
      lacking: ['The clock is stopped.'],
      asks: [],
    },
  ],
  none: 'There is no way to end this case.',
}
const form = emptyForm('/cases/1001/progress/end')

/** Examples of the page, by what they show. */
export const endCaseExamples: Examples<FormView<EndCase>> = {
  'a case that can end in two ways': [model, form],
  'no reason': [
    model,
    {
      ...form,
      typed: { Ending: 'withdrawn' },
      flaws: [{ parameter: 'Reason', kind: 'missing', message: 'Enter the reason' }],
    },
  ],
  'a case that cannot be reopened': [
    { ...model, heading: 'Reopen case', ways: [], none: 'This case cannot be reopened.' },
    {
      ...form,
      flaws: [{ parameter: '', kind: 'invalid', message: 'This case is open already' }],
    },
  ],
}
