import { dayInWords } from '#domain/calendar/index.ts'
import type { Explanation } from '#domain/deadlines/index.ts'
import { table } from '#web/components/table.ts'
import { html, type Html } from '#web/layout/html.ts'

/** A page of more days than these helps nobody, and a count of decades would fill one. */
const mostDays = 500

/** The days of an explanation, in two lists. */
export type Days = Pick<Explanation, 'counted' | 'skipped'>

/** Each day that was counted or left out, by its name; nothing where days are not counted one by one. */
export function daysTable({ counted, skipped }: Days): Html | undefined {
  const days = [
    ...counted.map(({ on, number }) => ({ on, what: `Day ${number}` })),
    ...skipped.map(({ on, name }) => ({ on, what: `Left out: ${name}` })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1))
  if (days.length === 0) return undefined
  const shown = days.slice(0, mostDays)
  return html`${table({
    caption: 'Days, in order',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Day' }, { text: 'How it counts' }],
    rows: shown.map(({ on, what }) => [{ text: dayInWords(on) }, { text: what }]),
  })}
  ${
    days.length > mostDays &&
    html`<p class="govuk-body">These are the first ${mostDays} of ${days.length} days.</p>`
  }`
}
