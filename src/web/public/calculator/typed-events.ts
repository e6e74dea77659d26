import {
  clockEvents,
  isEventName,
  titleOf,
  type ClockEvent,
  type EventName,
} from '#domain/deadlines/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { readTypedDate, type Read } from '#web/dates/typed-date.ts'

/** An event with the field that it was typed into. */
export interface TypedEvent {
  readonly event: ClockEvent
  readonly field: string
}

/** The events that are typed, and what is wrong with those that cannot be read. */
export interface TypedEvents {
  readonly events: readonly TypedEvent[]
  readonly flaws: readonly Flaw[]
}

/** How many events the calculator takes, and so the most rows of one. */
export const mostEvents = 40

/** The names of all events. */
export const eventNames = Object.keys(clockEvents) as readonly EventName[]

/** Tells whether an event has a last day too. */
export const isInterval = (name: EventName): boolean => 'isInterval' in clockEvents[name]

/** What the date of an event, or the last day of an interval, is called in the form. */
export function labelOf(name: EventName, row: number, end: 'on' | 'until' = 'on'): string {
  const number = row === 1 ? '' : ` (${row})`
  if (!isInterval(name)) return `${titleOf(name)}${number}`
  return `${titleOf(name)}${number}: ${end === 'on' ? 'first' : 'last'} day`
}

/** Where the fields of an event stand; those of its last day, `until`, apart. */
export const prefixOf = (name: EventName, row: number, end: 'on' | 'until' = 'on'): string =>
  end === 'on' ? `${name}-${row}` : `${name}-${row}-until`

const field = /^([a-z_]+)-(\d{1,4})-(?:until-)?(?:day|month|year)$/

/** Tells whether a field of this name is one of an event. */
export const isEventField = (key: string): boolean => isEventName(field.exec(key)?.[1] ?? '')

/** The highest row of an event that was sent, filled in or not. */
export const rowsSent = (typed: Typed, name: EventName): number =>
  Math.max(0, ...rowsOf(Object.keys(typed), name))

const rowsOf = (keys: readonly string[], name: EventName): readonly number[] =>
  keys.flatMap((key) => {
    const [, event, row] = field.exec(key) ?? []
    return event === name ? [Number(row)] : []
  })

/** Reads all events; more than are taken are a flaw, and so is half an event. */
export function readTypedEvents(typed: Typed): TypedEvents {
  const keys = Object.keys(typed).filter((key) => typed[key] !== '')
  const reads = eventNames.flatMap((name) =>
    [...new Set(rowsOf(keys, name))].toSorted((a, b) => a - b).map((row) => ({ name, row })),
  )
  if (reads.length > mostEvents || reads.some(({ row }) => row < 1 || row > mostEvents))
    return { events: [], flaws: [tooMany] }
  const read = reads.map(({ name, row }) => readEventAt(typed, name, row))
  return {
    events: read.flatMap((each) => ('event' in each ? [each] : [])),
    flaws: read.flatMap((each) => ('flaws' in each ? each.flaws : [])),
  }
}

/** A count over decades is nobody's, and takes its time; so events lie no further from receipt. */
export const mostYearsApart = 10

/** What is wrong with events that lie too far from the day of receipt, YYYY-MM-DD. */
export const tooFarApart = (events: readonly TypedEvent[], receivedOn: string): readonly Flaw[] =>
  events.flatMap(({ event, field: parameter }) => {
    const { name, on, until = on } = event
    const isNear = [on, until].every((day) => yearsApart(day, receivedOn) <= mostYearsApart)
    const message = `${titleOf(name)}: enter dates within ${mostYearsApart} years of the date received`
    return isNear ? [] : [{ parameter, kind: 'invalid', message }]
  })

const yearsApart = (day: string, other: string): number =>
  Math.abs(Number(day.slice(0, 4)) - Number(other.slice(0, 4)))

const tooMany: Flaw = {
  parameter: '',
  kind: 'invalid',
  message: `Enter ${mostEvents} events or fewer`,
}

type EventRead = TypedEvent | { readonly flaws: readonly Flaw[] }

function readEventAt(typed: Typed, name: EventName, row: number): EventRead {
  const read = (end: 'on' | 'until'): Read<string> =>
    readTypedDate(typed, prefixOf(name, row, end), labelOf(name, row, end)) ??
    missing(name, row, end)
  const on = read('on')
  const until = isInterval(name) ? read('until') : undefined
  const flaws = [on, until].flatMap((each) => (each && 'flaw' in each ? [each.flaw] : []))
  if (flaws.length > 0 || !on || !('value' in on)) return { flaws }
  const event = { name, on: on.value, ...(until && 'value' in until ? { until: until.value } : {}) }
  return { event, field: `${prefixOf(name, row)}-day` }
}

const missing = (name: EventName, row: number, end: 'on' | 'until'): { readonly flaw: Flaw } => ({
  flaw: {
    parameter: `${prefixOf(name, row, end)}-day`,
    kind: 'missing',
    message: `${labelOf(name, row, end)}: enter a date`,
  },
})
