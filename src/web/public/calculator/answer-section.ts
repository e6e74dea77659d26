import {
  dayInWords,
  isHouse,
  provisionalInWords,
  shippedCalendars,
  writeWithOffset,
} from '#domain/calendar/index.ts'
import {
  basesInWords,
  dueInWords,
  explanationInWords,
  instantInWords,
  type Deadline,
} from '#domain/deadlines/index.ts'
import { details } from '#web/components/details.ts'
import { summaryList, type SummaryListRow } from '#web/components/summary-list.ts'
import { warningText } from '#web/components/warning-text.ts'
import { html, type Html, type Interpolation } from '#web/layout/html.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { daysTable } from '#web/dates/days-table.ts'
import { answerAddress } from './address.ts'
import type { Answer } from './calculate.ts'
import { nationNames } from './calculator-form.ts'
import { changesTable } from './answer-tables.ts'

/** The answer in words, why it is so, and what it rests on. */
export const answerSection = (answer: Answer, typed: Typed): Html =>
  html`<section class="app-due" aria-labelledby="answer">
      <p class="govuk-body">${answer.deadline.title}</p>
      <h2 class="govuk-heading-l app-due__date" id="answer">${dueInWords(answer.deadline)}</h2>
      ${wouldHaveBeen(answer.deadline)} ${left(answer)}
    </section>
    ${cautions(answer)}
    <h2 class="govuk-heading-m">${whyOf(answer.deadline)}</h2>
    ${reasons(answer).map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
    ${changesTable(answer.deadline)} ${everyDay(answer)}
    <h2 class="govuk-heading-m">What it rests on</h2>
    ${summaryList({ rows: basisRows(answer) })}
    <p class="govuk-body app-share">
      <a class="govuk-link" href="${answerAddress(typed)}">Address of this answer</a>: it names no
      person, so you can send it to anyone.
    </p>`

const wouldHaveBeen = ({ wouldHaveBeen: day }: Deadline): Html | undefined =>
  day === undefined
    ? undefined
    : html`<p class="govuk-body">
        Without the open question it would have been ${dayInWords(day)}.
      </p>`

const left = ({ left: asked }: Answer): Html | undefined => {
  if (!asked) return undefined
  const { days, today } = asked
  if (days === undefined)
    return html`<p class="govuk-body">No working days can be left while there is no date.</p>`
  const size = Math.abs(days)
  const counted = `${size} working day${size === 1 ? '' : 's'}`
  const standing =
    days < 0 ? `it is ${counted} past` : `${counted} ${size === 1 ? 'is' : 'are'} left after today`
  return html`<p class="govuk-body">On ${dayInWords(today)}, ${standing}.</p>`
}

/** What a reader must know before relying on the date. */
const cautions = ({ deadline, rule }: Answer): readonly Html[] =>
  [
    deadline.provisional &&
      `This date is provisional: ${provisionalInWords(deadline.provisional)}.`,
    deadline.basis === 'unconfirmed' &&
      'Nobody has confirmed yet that this time limit is to be read in this way.',
    !rule.nations.includes(deadline.nation) &&
      `This time limit is not made for organisations in ${nationNames[deadline.nation]}. It is made for ${listed(rule.nations.map((nation) => nationNames[nation]))}.`,
  ].flatMap((text) => (text ? [warningText({ text })] : []))

const listed = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)

const whyOf = ({ state }: Deadline): string =>
  state === 'due' ? 'Why this date' : 'Why there is no date'

/** The first sentence of a date is the answer, and the last the source; both stand elsewhere on the page. */
const reasons = ({ explanation }: Answer): readonly string[] =>
  explanationInWords(explanation, 'customer').slice(
    explanation.deadline.state === 'due' ? 1 : 0,
    -1,
  )

const everyDay = ({ explanation, deadline }: Answer): Html | undefined => {
  const table = daysTable(explanation)
  return table && details({ summaryText: dayTitles[deadline.state], html: table })
}

const dayTitles = {
  due: 'Every day, counted and left out',
  stopped: 'Every day, as it would have been counted',
  unsettled: 'Every day',
} as const

function basisRows({ deadline, keptBy }: Answer): readonly SummaryListRow[] {
  const { title, version, source, basis, received, nation } = deadline
  const { at } = received
  const moment = at === undefined ? dayInWords(received.on) : receivedAt(at)
  return [
    row('Received', moment),
    row('Organisation in', nationNames[nation]),
    row('Rule', `${title}, version ${version}`),
    row('Source', sourceLink(source)),
    row('It rests on', basesInWords[basis]),
    row(
      isHouse(deadline.calendar?.name ?? '') ? 'Sitting days' : 'Bank holidays',
      calendarTitle(deadline, keptBy),
    ),
  ]
}

const receivedAt = (at: string): string => instantInWords(writeWithOffset(new Date(at)))

const row = (key: string, value: Interpolation): SummaryListRow => ({
  key: { text: key },
  value: { html: html`${value}` },
})

const sourceLink = ({ citation, address }: Deadline['source']): Html =>
  address === ''
    ? html`${citation}`
    : html`<a class="govuk-link" href="${address}" rel="noreferrer">${citation}</a>`

const calendarTitle = ({ calendar }: Deadline, keptBy: string | undefined): string => {
  const found = Object.values(shippedCalendars()).find(({ name }) => name === calendar?.name)
  if (!found) return 'None are looked at'
  return `Those of ${found.title}${keptBy === undefined ? '' : `, as kept by ${keptBy}`}`
}
