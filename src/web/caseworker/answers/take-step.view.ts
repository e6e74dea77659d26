import { insetText } from '#web/components/inset-text.ts'
import { longText } from '#web/forms/case-form.ts'
import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { answerForm, answerPage } from './answer-form.ts'

/** An answer as the page shows it on which it is cleared or returned; the step is where it waits now. */
export type TakeStep = {
  readonly caseNumber: string
  readonly number: number
  readonly heading: string
  readonly question: string
  readonly submit: string
  readonly text: string
  readonly version: number
  readonly step: string
  readonly stepInWords: string
  /** Why the reader cannot take the step, as a sentence; undefined where they can. */
  readonly barred?: string | undefined
}

/** The page on which an answer is cleared, or returned with remarks. */
export const takeStepView: FormView<TakeStep> = (model, form) =>
  model.barred === undefined
    ? answerForm(
        {
          ...model,
          fields: html`${stepShown(model)} ${seenFields(model, form)}
          ${areaField({ name: 'Remarks', label: model.question }, form)}`,
        },
        form,
      )
    : answerPage(
        model,
        html`${stepShown(model)}
          <p class="govuk-body">${model.barred}</p>`,
        form,
      )

const stepShown = ({ stepInWords, text }: TakeStep): Html =>
  html`<p class="govuk-body">${stepInWords}</p>
    ${insetText(longText(text))}`

// once the page says that the clearance has moved on, it shows where it is now
const seenFields = ({ version, step }: TakeStep, { typed, flaws }: Form): Html => {
  const hasMovedOn = flaws.some(({ parameter }) => parameter === '')
  const seen = hasMovedOn ? {} : typed
  return html`<input type="hidden" name="Version" value="${seen['Version'] ?? version}" />
    <input type="hidden" name="Step" value="${seen['Step'] ?? step}" />`
}

const model: TakeStep = {
  caseNumber: '1001',
  number: 1,
  heading: 'Return answer 1',
  question: 'What must be changed',
  submit: 'Return answer',
  text: 'Dear Ms Hart,\n<thanks>',
  version: 2,
  step: 'legal',
  stepInWords: 'Legal, by Legal services. You stand in for Fox, Kay.',
}
const form = emptyForm('/cases/1001/answers/1/return')

/** Examples of the page, by what they show. */
export const takeStepExamples: Examples<FormView<TakeStep>> = {
  'an answer to be returned': [model, form],
  'a step that the reader cannot take': [
    { ...model, barred: 'Only members of Legal services can do this.' },
    form,
  ],
  'no remarks': [
    model,
    {
      ...form,
      flaws: [{ parameter: 'Remarks', kind: 'missing', message: 'Enter what must be changed' }],
    },
  ],
  'a clearance that has moved on': [
    model,
    {
      ...form,
      typed: { Remarks: 'Name the section', Step: 'draft', Version: '1' },
      flaws: [{ parameter: '', kind: 'invalid', message: 'This clearance has moved on' }],
    },
  ],
}
