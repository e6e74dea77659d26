import type { ShownDeadline } from '#domain/clock/index.ts'
import { tag } from '#web/components/tag.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { deadlineAddress } from './addresses.ts'
import { clockPart, type ShownClock } from './clock-history.ts'

/** A deadline in a list of them; `href` leads to why it is due when it is. */
export type DeadlineLine = {
  readonly name: string
  readonly mark: ShownDeadline['mark']
  readonly summary: string
  readonly isSetByHand: boolean
  readonly href: string
}

const colours: Readonly<Record<ShownDeadline['mark'], string>> = {
  Due: 'blue',
  'Due soon': 'yellow',
  Late: 'red',
  'Clock stopped': 'purple',
  Waiting: 'grey',
  'No date yet': 'grey',
  Met: 'green',
  'Met late': 'orange',
  Ended: 'grey',
}

/** The word that says how a deadline stands; its colour says nothing more. */
const deadlineMark = (mark: ShownDeadline['mark']): Html =>
  tag({ text: mark, classes: `govuk-tag--${colours[mark]}` })

/** How a deadline stands, in its word and a sentence that does not say that word again. */
export function standing({ mark, summary }: Pick<ShownDeadline, 'mark' | 'summary'>): Html {
  const again = ['Clock stopped. ', 'Due ', 'Met '].find(
    (words) => summary.startsWith(words) && mark.startsWith(words.replace(/\W+$/, '')),
  )
  const rest = summary.slice(again?.length ?? 0)
  return html`${deadlineMark(mark)} ${mark === 'Met late' ? rest.replace(/, late$/, '') : rest}`
}

/** A deadline as a list shows it. */
export const deadlineLine = (caseId: number, deadline: ShownDeadline): DeadlineLine => ({
  name: deadline.name,
  mark: deadline.mark,
  summary: deadline.summary,
  isSetByHand: deadline.overrideReason !== null,
  href: deadlineAddress(caseId, deadline.code),
})

/** The part of a case's page with its deadlines, and what was recorded that they are counted from. */
export const deadlinesPart = (deadlines: readonly DeadlineLine[], clock: ShownClock): Html =>
  html`<h2 class="govuk-heading-m" id="deadlines">Deadlines</h2>
    ${
      deadlines.length > 0
        ? html`<ul class="govuk-list">
            ${deadlines.map((line) => html`<li class="app-entry">${entry(line)}</li>`)}
          </ul>`
        : html`<p class="govuk-body">There are no deadlines on this case.</p>`
    }
    ${clockPart(clock)}`

const entry = ({ name, mark, summary, isSetByHand, href }: DeadlineLine): Html =>
  html`<h3 class="govuk-heading-s app-entry__heading app-entry__text">${name}</h3>
    <p class="govuk-body app-entry__text">
      ${standing({ mark, summary })}${isSetByHand && ' (set by hand)'}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${href}"
        >Why this date?<span class="govuk-visually-hidden"> ${name}</span></a
      >
    </p>`
