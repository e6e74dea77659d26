import type { ShownDeadline } from '#domain/clock/index.ts'
import { details } from '#web/components/details.ts'
import { daysTable, type Days } from '#web/dates/days-table.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { standing } from './shown-deadlines.ts'

/** Why deadlines of one name are due when they are; several where several stages have one. */
export type WhyThisDate = {
  readonly caseNumber: string
  readonly caseAddress: string
  readonly deadlines: readonly Explained[]
  /** Where that is recorded which moves dates, for those who may. */
  readonly recordAddress: string | undefined
  readonly correctAddress: string | undefined
}

/** A deadline, how it stands, and each step to its date. */
export type Explained = {
  readonly name: string
  readonly stage: string | undefined
  readonly mark: ShownDeadline['mark']
  readonly summary: string
  readonly explanation: readonly string[]
  readonly days: Days
  readonly setAddress: string | undefined
  readonly liftAddress: string | undefined
}

/** The page that says why a date is what it is. */
export const whyThisDateView: View<WhyThisDate> = ({ caseNumber, caseAddress, ...of }) => ({
  title: `Why this date? Case ${caseNumber}`,
  back: { href: caseAddress, text: `Back to case ${caseNumber}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">Case ${caseNumber}</span>
      <h1 class="govuk-heading-l">Why this date?</h1>
      ${of.deadlines.map(explained)} ${link(of.recordAddress, 'Record what happened')}
      ${link(of.correctAddress, 'Correct the receipt')}
    </div>
  </div>`,
})

const link = (href: string | undefined, text: string, of = ''): Html | undefined =>
  href === undefined
    ? undefined
    : html`<p class="govuk-body">
        <a class="govuk-link" href="${href}"
          >${text}${of !== '' && html`<span class="govuk-visually-hidden"> ${of}</span>`}</a
        >
      </p>`

const explained = ({ name, stage, mark, summary, explanation, days, ...ways }: Explained): Html =>
  html`<h2 class="govuk-heading-m app-entry__text">${name}${stage && `, ${stage}`}</h2>
    <p class="govuk-body">${standing({ mark, summary })}</p>
    <ol class="govuk-list govuk-list--number">
      ${explanation.map((line) => html`<li class="app-entry__text">${line}</li>`)}
    </ol>
    ${everyDay(days)} ${link(ways.setAddress, 'Set the date by hand', name)}
    ${link(ways.liftAddress, 'Let the rule’s date hold again', name)}`

const everyDay = (days: Days): Html | undefined => {
  const table = daysTable(days)
  return table && details({ summaryText: 'Every day, counted and left out', html: table })
}

const answer: Explained = {
  days: {
    counted: [{ on: '2026-07-03', number: 1 }],
    skipped: [{ on: '2026-07-04', name: 'Saturday', kind: 'weekend' }],
  },
  setAddress: '/cases/1001/deadlines/respond/set',
  liftAddress: undefined,
  name: 'Answer',
  stage: 'Answering',
  mark: 'Due',
  summary: 'Due 6 July 2026, 3 working days left',
  explanation: [
    'Answer: by the end of 6 July 2026.',
    'These days do not count: Saturdays and Sundays; a day off <of a long name> ' + 'x'.repeat(200),
  ],
}

/** Examples of the page, by what they show. */
export const whyThisDateExamples: Examples<View<WhyThisDate>> = {
  'a date that is counted': [
    {
      caseNumber: '1001',
      caseAddress: '/cases/1001',
      deadlines: [answer],
      recordAddress: '/cases/1001/clock/events/new',
      correctAddress: '/cases/1001/clock/receipt',
    },
  ],
  'one of each stage': [
    {
      caseNumber: '1001',
      caseAddress: '/cases/1001',
      recordAddress: undefined,
      correctAddress: undefined,
      deadlines: [
        { ...answer, mark: 'Clock stopped', summary: 'Clock stopped. A question is open' },
        {
          ...answer,
          stage: undefined,
          mark: 'Met late',
          summary: 'Met on 7 July 2026, late',
          liftAddress: '/cases/1001/deadlines/respond/lift',
        },
      ],
    },
  ],
}
