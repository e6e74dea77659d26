import { dueInWords } from '#domain/deadlines/index.ts'
import { flawSummary, formTitle, type View } from '#web/layout/form-page.ts'
import { html, type Html } from '#web/layout/html.ts'
import { answerSection } from './answer-section.ts'
import type { Calculation } from './calculate.ts'
import { calculatorForm } from './calculator-form.ts'
import { calculations } from './calculator-examples.ts'
import type { Examples } from '#web/layout/examples.ts'

/** The page on which anyone works out when something is due, and reads why. */
export const calculatorView: View<Calculation> = (calculation) => ({
  title: titleOf(calculation),
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(calculation)}
      <h1 class="govuk-heading-l">Deadline calculator</h1>
      ${calculation.answer ? answerSection(calculation.answer, calculation.typed) : introduction}
      ${
        calculation.answer &&
        html`<h2 class="govuk-heading-m app-calculator-form">Change what is counted</h2>`
      }
      ${calculatorForm(calculation)}
    </div>
  </div>`,
})

const titleOf = (calculation: Calculation): string =>
  calculation.answer
    ? `${dueInWords(calculation.answer.deadline)} – Deadline calculator`
    : formTitle('Deadline calculator', calculation)

const introduction: Html = html`<p class="govuk-body">
  Work out when a public body must answer, and see why: which days are counted, which are left out,
  and which law or code says so.
</p>`

/** Examples of the page, by what they show. */
export const calculatorExamples: Examples<typeof calculatorView> = calculations
