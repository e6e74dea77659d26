import { afterWorkingDays, dayOf, inWords, isoOf } from '#domain/calendar/index.ts'
import { countFrom, isByWorkingDay, rolled, type Ground } from './conventions.ts'
import type { Deadline, ExclusionTaken, ExtensionTaken, Naming } from './deadline.ts'
import { unionOfIntervals, type Interval } from './intervals.ts'
import type { Matter } from './matter.ts'
import { namedFrom } from './naming.ts'
import { daysOf, type Stop } from './replay.ts'
import type { Counting, Extend, RuleVersion } from '#domain/time-limits/index.ts'

/** The day that a count begins on, and why. */
export interface Start {
  readonly day: number
  readonly because: Deadline['startsBecause']
}

/** What a count came to. */
export interface Evaluation {
  readonly start: Start
  readonly due: number
  readonly counting: Counting
  readonly isAtLatest: boolean
  readonly exclusions: readonly ExclusionTaken[]
  readonly extensions: readonly ExtensionTaken[]
  readonly naming?: Naming
}

/**
 * Counts with the stops given that are answered, and with what was told by then; open stops are passed over.
 * Gives undefined while what is counted from has not happened.
 */
export function evaluate(
  matter: Matter,
  stops: readonly Stop[],
  told: readonly number[],
): Evaluation | undefined {
  const start = startOf(matter, stops)
  if (!start) return undefined
  const { version } = matter
  const pauses = exclusionsOf(matter, stops)
  const exclusions =
    matter.closures.length > 0 && isByWorkingDay(version.counting)
      ? [...pauses, ...matter.closures]
      : pauses
  const ground: Ground = {
    calendar: matter.calendar,
    start: start.day,
    excluded: unionOf(exclusions),
  }
  const { counting, extensions } = extended(matter, ground, told)
  const counted = rolled(counting, matter.calendar, countFrom(counting, ground))
  const { due, ...naming } = namedFrom(matter, counted)
  const found = { start, due, counting, isAtLatest: false, exclusions, extensions, ...naming }
  return version.atLatest ? sooner(found, version.atLatest, { ground, pauses }) : found
}

interface Pauses {
  readonly ground: Ground
  readonly pauses: readonly ExclusionTaken[]
}

/** The other count, to which closures are days like others, where it ends sooner. */
function sooner(found: Evaluation, counting: Counting, { ground, pauses }: Pauses): Evaluation {
  const due = countFrom(counting, { ...ground, excluded: unionOf(pauses) })
  return due < found.due ? { ...found, due, counting, isAtLatest: true, exclusions: pauses } : found
}

/** The day counted from: of the event that the rule names, or of the last answer that starts the clock afresh. */
function startOf(matter: Matter, stops: readonly Stop[]): Start | undefined {
  let start: Start | undefined = matter.version.startsAt
    ? startAt(matter, matter.version.startsAt)
    : { day: matter.received, because: 'received' }
  for (const { operation, answered = -1 } of stops)
    if (start && operation.operation === 'RESTART' && answered >= start.day)
      start = { day: answered, because: operation.answered }
  return start
}

function startAt(
  { calendar, received, events }: Matter,
  { event, otherwise }: NonNullable<RuleVersion['startsAt']>,
): Start | undefined {
  const [happened] = daysOf(events, event)
  if (happened !== undefined) return { day: happened, because: event }
  if (!otherwise?.number || !calendar) return undefined
  const day = afterWorkingDays(calendar.table, received, otherwise.number)
  return { day, because: 'last permitted day' }
}

function exclusionsOf({ version }: Matter, stops: readonly Stop[]): readonly ExclusionTaken[] {
  if (stops.length === 0) return []
  const days = isByWorkingDay(version.counting) ? 'working days' : 'calendar days'
  return stops.flatMap(({ operation, asked, answered }) =>
    operation.operation === 'EXCLUDE' && answered !== undefined
      ? [
          {
            name: operation.name,
            from: isoOf(asked),
            to: isoOf(answered),
            days,
            isClosure: false,
          } as const,
        ]
      : [],
  )
}

const unionOf = (exclusions: readonly ExclusionTaken[]): readonly Interval[] =>
  exclusions.length === 0
    ? []
    : unionOfIntervals(exclusions.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) })))

interface Extended {
  readonly counting: Counting
  readonly extensions: readonly ExtensionTaken[]
}

function extended(matter: Matter, ground: Ground, told: readonly number[]): Extended {
  const { counting, clock } = matter.version
  const extend =
    told.length === 0 ? undefined : clock.find((operation) => operation.operation === 'EXTEND')
  if (!extend) return { counting, extensions: [] }
  const without = countFrom(counting, ground)
  const last = extend.inTimeBy ? countFrom(extend.inTimeBy, ground) : without
  const extensions = judged(matter, { extend, without, last, told })
  const isTaken = extensions.some(({ isValid }) => isValid)
  return { counting: isTaken ? longer(counting, extend) : counting, extensions }
}

interface Told {
  readonly extend: Extend
  readonly without: number
  /** The last day on which it can be told in time. */
  readonly last: number
  readonly told: readonly number[]
}

/** The first extension counts if it was told in time; what comes after it, or too late, does not. */
function judged(
  { rule: { id } }: Matter,
  { extend, without, last, told }: Told,
): readonly ExtensionTaken[] {
  const days = { withoutItOn: isoOf(without), toTellBy: isoOf(last) }
  return told.map((day, at) => {
    const isLate = extend.mustBeToldInTime && day > last
    const taken = { toldOn: isoOf(day), isValid: !isLate && at === 0, ...days }
    if (isLate)
      return {
        ...taken,
        because: `it had to be told by ${inWords(days.toTellBy)}, ${extend.inTimeBy ? 'the last day for it' : 'the last day without it'} (${extend.forbiddenBy ?? id})`,
      }
    return at === 0 ? taken : { ...taken, because: `${id} can be extended once only` }
  })
}

const longer = (counting: Counting, { length }: Extend): Counting => ({
  ...counting,
  number: 'inAll' in length ? length.inAll : (counting.number ?? 0) + length.further,
})
