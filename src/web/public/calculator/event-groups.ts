import { titleOf, type EventName, type Rule, type RuleVersion } from '#domain/deadlines/index.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { eventNames, mostEvents, rowsSent } from './typed-events.ts'

/** Events that belong together in the form, such as a question and its answer, and how many rows are shown. */
export interface EventGroup {
  readonly title: string
  readonly hint: string
  readonly events: readonly EventName[]
  /** Whether it may happen more than once. */
  readonly isRepeatable: boolean
  readonly rows: number
}

type Wanted = Omit<EventGroup, 'rows'>

/** The events that a rule knows, and those that were typed and that it does not know, so that none is lost. */
export function eventGroups(rule: Rule | undefined, typed: Typed): readonly EventGroup[] {
  const known = new Map(
    (rule?.versions ?? []).flatMap(groupsOf).map((group) => [group.events.join(), group]),
  )
  const names = new Set([...known.values()].flatMap(({ events }) => events))
  const unknown = eventNames.filter((name) => !names.has(name) && rowsSent(typed, name) > 0)
  return [...known.values(), ...unknown.map(withoutEffect)].map((group) => ({
    ...group,
    rows: rowsOf(group, typed),
  }))
}

/** The last row that was sent, and one more where another was asked for. */
function rowsOf({ events }: Wanted, typed: Typed): number {
  const sent = Math.max(1, ...events.map((name) => rowsSent(typed, name)))
  const isAnother = events.some((name) => name === typed['add'])
  return Math.min(mostEvents, sent + (isAnother ? 1 : 0))
}

function groupsOf({ startsAt, clock }: RuleVersion): readonly Wanted[] {
  const start = startsAt ? [startOf(startsAt)] : []
  return [...start, ...clock.map(groupOf)]
}

const startOf = ({ event, otherwise }: NonNullable<RuleVersion['startsAt']>): Wanted => ({
  title: titleOf(event),
  hint: otherwise
    ? `The time runs from this day; without it, from the last of ${otherwise.number} working days.`
    : 'The time runs from this day.',
  events: [event],
  isRepeatable: false,
})

function groupOf(operation: RuleVersion['clock'][number]): Wanted {
  switch (operation.operation) {
    case 'RESTART':
    case 'EXCLUDE':
      return {
        title: operation.name,
        hint: stopHints[operation.operation],
        events: [operation.asked, operation.answered],
        isRepeatable: true,
      }
    case 'CLOSE':
      return {
        title: operation.name,
        hint: 'The working days from the first to the last of these do not count.',
        events: [operation.during],
        isRepeatable: true,
      }
    case 'EXTEND':
      return {
        title: 'Extension',
        hint: operation.mustBeToldInTime
          ? 'It counts if it was notified in time.'
          : 'It makes the time longer.',
        events: [operation.told],
        isRepeatable: false,
      }
    case 'NAME':
      return namingOf(operation.named)
    case 'NONE':
      return {
        title: 'Waiting for an answer',
        hint: 'It is recorded, and stops no clock under this rule.',
        events: operation.events,
        isRepeatable: true,
      }
  }
}

const namingOf = (named: EventName): Wanted => ({
  title: titleOf(named),
  hint: 'Without it the answer is the earliest day that can be named.',
  events: [named],
  isRepeatable: false,
})

const stopHints = {
  RESTART:
    'The time starts afresh on the day of the answer. Without an answer the clock is stopped.',
  EXCLUDE: 'The days from question to answer do not count. Without an answer the clock is stopped.',
} as const

const withoutEffect = (name: EventName): Wanted => ({
  title: titleOf(name),
  hint: 'This rule gives it no effect on the clock.',
  events: [name],
  isRepeatable: true,
})
