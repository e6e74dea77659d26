import type { getTimeline } from '#domain/timeline/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { details } from '#web/components/details.ts'
import { tag } from '#web/components/tag.ts'
import { timeline } from '#web/components/timeline.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

type Entry = Awaited<ReturnType<(typeof getTimeline)['handle']>>['entries'][number]

/** Something that happened to a case, as pages show it. */
export type ShownEntry = {
  readonly title: string
  readonly actor: string
  readonly at: Date
  readonly text: string | undefined
  readonly isShownToCustomer: boolean
  readonly otherCase: { readonly text: string; readonly href: string } | undefined
  readonly changes: readonly string[]
}

/** Gives something that happened as pages show it. */
export const shownEntry = (entry: Entry): ShownEntry => ({
  title: titleOf(entry),
  actor: entry.actor,
  at: entry.at,
  text: entry.text ?? undefined,
  isShownToCustomer: entry.isVisibleToCustomer,
  otherCase:
    entry.otherCaseId === null
      ? undefined
      : { text: `Case ${entry.otherCaseId}`, href: caseAddress(entry.otherCaseId) },
  changes: entry.changes.map(changeInWords),
})

const titleOf = ({ title, noteKind, documentName }: Entry): string => {
  const about = documentName ?? (noteKind === null ? null : noteKind)
  return about === null ? title : `${title}: ${about}`
}

const changeInWords = ({ what, from, to, isKeptBack }: Entry['changes'][number]): string => {
  if (isKeptBack) return `${what}: changed. What it said is not repeated here.`
  if (from === null) return `${what}: set to “${to ?? ''}”`
  return to === null ? `${what}: “${from}” removed` : `${what}: “${from}” became “${to}”`
}

const longest = 300

/** Draws what happened, in the order that is given. */
export const happenings = (
  entries: readonly ShownEntry[],
  { headingLevel }: { readonly headingLevel: number },
): Html =>
  timeline({
    headingLevel,
    items: entries.map((entry) => ({
      label: { html: html`<span class="app-entry__text">${entry.title}</span>` },
      byline: { text: entry.actor },
      datetime: { timestamp: entry.at.toISOString(), text: dateAndTime(entry.at) },
      html: contentOf(entry),
    })),
  })

const contentOf = ({ text, isShownToCustomer, otherCase, changes }: ShownEntry): Html =>
  html`${
    isShownToCustomer &&
    html`<p class="govuk-body">
      ${tag({ text: 'The customer can see this', classes: 'govuk-tag--purple' })}
    </p>`
  }
  ${text !== undefined && textPart(text)}
  ${
    otherCase &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${otherCase.href}">${otherCase.text}</a>
    </p>`
  }
  ${
    changes.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">
      ${changes.map((change) => html`<li class="app-answer">${change}</li>`)}
    </ul>`
  }`

// long texts stand behind a link, so that the order of events stays plain to see
const textPart = (text: string): Html => {
  const whole = html`<div class="govuk-body app-answer">${text}</div>`
  return text.length <= longest
    ? whole
    : details({ summaryText: `${text.slice(0, 80)}…`, classes: 'app-entry__text', html: whole })
}

/** Things that happened, for examples of pages. */
export const exampleEntries: readonly ShownEntry[] = [
  {
    title: 'Note added: Telephone call',
    actor: 'Okafor, Ife',
    at: new Date('2026-07-06T13:05:00Z'),
    text: 'Rang the customer.\nThey will send <photographs>.',
    isShownToCustomer: true,
    otherCase: undefined,
    changes: [],
  },
  {
    title: 'Details changed',
    actor: 'Caseworker, Bryn',
    at: new Date('2026-07-06T08:30:00Z'),
    text: undefined,
    isShownToCustomer: false,
    otherCase: undefined,
    changes: ['Where did it happen: “High Street” became “Low <Street>”', `${'x'.repeat(200)}`],
  },
  {
    title: 'Linked case opened',
    actor: 'Casewright',
    at: new Date('2026-07-03T08:30:00Z'),
    text: 'y'.repeat(400),
    isShownToCustomer: false,
    otherCase: { text: 'Case 1011', href: '/cases/1011' },
    changes: [],
  },
]
