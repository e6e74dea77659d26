import { button } from '#web/components/button.ts'
import { table } from '#web/components/table.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import type { Query } from '#web/layout/query.ts'
import { queueAddress } from './addresses.ts'

/** Cases that were chosen in the queue, and how each stands now. */
export type ChosenCases = {
  /** The numbers, one on each line. */
  readonly chosen: string
  readonly cases: readonly {
    readonly caseNumber: string
    readonly address: string
    readonly now: string
  }[]
}

/** The numbers that were ticked, one on each line. */
export const chosenIn = ({ Case = [] }: Query): string =>
  Case.filter((each) => each !== '').join('\n')

/** What a form about several cases asks, and what it is called. */
type Asking = {
  readonly heading: string
  readonly fields: Interpolation
  /** Where there is nothing to choose the form cannot be sent. */
  readonly isEmpty?: boolean
}

/** A page with a form about cases that were chosen: it shows them before anything is done. */
export const chosenCasesForm = (model: ChosenCases, asking: Asking, form: Form): Page => ({
  title: formTitle(asking.heading, form),
  back: { href: queueAddress, text: 'Back to the queue' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l" id="Case" tabindex="-1">${asking.heading}</h1>
      ${model.cases.length === 0 ? noneChosen : formOf(model, asking, form)}
    </div>
  </div>`,
})

const noneChosen = html`<p class="govuk-body">
  You have not selected a case that you may see. Go back to the queue and tick the box in front of
  each case that you mean.
</p>`

const formOf = ({ cases, chosen }: ChosenCases, asking: Asking, form: Form): Html =>
  html`${table({
      caption: cases.length === 1 ? '1 case' : `${cases.length} cases`,
      head: [{ text: 'Case' }, { text: 'Now' }],
      firstCellIsHeader: true,
      rows: cases.map(({ caseNumber, address, now }) => [
        { html: html`<a class="govuk-link" href="${address}">${caseNumber}</a>` },
        { text: now, classes: 'app-list__what' },
      ]),
    })}
    <form action="${form.action}" method="post" novalidate>
      ${csrfField(form.csrfToken)} <input type="hidden" name="Case" value="${chosen}" />
      ${asking.fields}
      ${asking.isEmpty !== true && button({ text: asking.heading, preventDoubleClick: true })}
    </form>`

/** Two cases, for examples. */
export const exampleCases: ChosenCases = {
  chosen: '1001\n1002',
  cases: [
    { caseNumber: '1001', address: '/cases/1001', now: 'Assigned to Okafor, Ife' },
    {
      caseNumber: '1002',
      address: '/cases/1002',
      now: `Assigned to the queue of ${'x'.repeat(60)}`,
    },
  ],
}
