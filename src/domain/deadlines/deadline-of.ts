import {
  inWords,
  isoOf,
  provisionalOver,
  writeWithOffset,
  type Provisional,
} from '#domain/calendar/index.ts'
import { DeadlineRefused, ruleOf, titleOf, type Rule } from '#domain/time-limits/index.ts'
import { calendarCounted, countFrom, isByWorkingDay } from './conventions.ts'
import type { Circumstances, Deadline, MovedNothing, OpenStop, RestartTaken } from './deadline.ts'
import { evaluate, type Evaluation } from './evaluate.ts'
import type { Interval } from './intervals.ts'
import { readMatter, type Matter } from './matter.ts'
import { movedNothing } from './moved-nothing.ts'
import { daysOf, namedRule, stopsOf, type Stop } from './replay.ts'

const nothing: readonly never[] = Object.freeze([])

/**
 * When a rule makes something due in given circumstances, as a value that explains itself. Events may come in any
 * order. Throws DeadlineRefused for what cannot be so: an event before receipt, an answer to no question, an
 * unknown name, a day before the rule applied, or a year that cannot be counted with.
 */
export function deadlineOf(rule: Rule, circumstances: Circumstances): Deadline {
  try {
    return Object.freeze(counted(readMatter(rule, circumstances)))
  } catch (error) {
    if (error instanceof RangeError) throw new DeadlineRefused('unreadableDate', error.message)
    throw error
  }
}

/** The same, by the id of a rule that is shipped. */
export const due = (ruleId: string, circumstances: Circumstances): Deadline =>
  deadlineOf(ruleOf(ruleId), circumstances)

function counted(matter: Matter): Deadline {
  const { version } = matter
  if (version.counting.number === null)
    return unsettled(matter, `“${matter.rule.title}” is not settled: set its working days`)
  if (version.counting.convention === 'HOURS') return afterHours(matter, version.counting.number)
  const { stops, late } = liveStops(matter)
  const told = matter.events.length === 0 ? nothing : daysOf(matter.events, 'extension_notified')
  const found = evaluate(matter, stops, told)
  if (!found) return unsettled(matter, waitingFor(matter))
  return stated(matter, found, { stops, late })
}

interface LiveStops {
  readonly stops: readonly Stop[]
  readonly late: readonly Stop[]
}

/** Parts the questions that were asked in time from those asked after the day that was due then. */
export function liveStops(matter: Matter): LiveStops {
  if (matter.events.length === 0) return { stops: nothing, late: nothing }
  const all = stopsOf(matter, matter.events)
  if (matter.circumstances.lateQuestions === 'count') return { stops: all, late: nothing }
  const stops: Stop[] = []
  const late: Stop[] = []
  for (const stop of all) (isLate(matter, stop, stops) ? late : stops).push(stop)
  return { stops, late }
}

/** While another question is open there is no day due that could have passed. */
function isLate(matter: Matter, { asked }: Stop, before: readonly Stop[]): boolean {
  const dueWithout = evaluate(matter, nothing, nothing)?.due
  if (dueWithout === undefined || asked <= dueWithout) return false
  if (before.some(({ answered }) => answered === undefined || answered > asked)) return false
  const told = daysOf(matter.events, 'extension_notified').filter((day) => day < asked)
  const dueThen = evaluate(matter, before, told)?.due
  return dueThen !== undefined && asked > dueThen
}

function stated(matter: Matter, found: Evaluation, { stops, late }: LiveStops): Deadline {
  const open = openOf(stops)
  const dueOn = isoOf(found.due)
  const provisional = provisionalOf(matter, found)
  return {
    ...basics(matter),
    ...(open.length === 0
      ? { state: 'due', dueOn }
      : { state: 'stopped', wouldHaveBeen: dueOn, because: becauseOpen(open) }),
    startsOn: isoOf(found.start.day),
    startsBecause: found.start.because,
    counting: found.counting,
    isAtLatest: found.isAtLatest,
    restarts: Object.freeze(restartsOf(stops)),
    exclusions: Object.freeze(found.exclusions),
    extensions: Object.freeze(found.extensions),
    movedNothing: Object.freeze(noMoves(matter, late, { from: found.start.day, to: found.due })),
    open: Object.freeze(open),
    ...(found.naming ? { naming: found.naming } : {}),
    ...(provisional ? { provisional } : {}),
  }
}

function noMoves(
  matter: Matter,
  late: readonly Stop[],
  counted?: Interval,
): readonly MovedNothing[] {
  const { events, closures = nothing } = matter.circumstances
  return events?.length || closures.length > 0 ? movedNothing(matter, late, counted) : nothing
}

type Basics = Omit<
  Deadline,
  'state' | 'dueOn' | 'startsOn' | 'startsBecause' | 'counting' | 'movedNothing'
>

const basics = ({ rule, version, circumstances, calendar }: Matter): Basics => ({
  rule: rule.id,
  version: version.version,
  title: rule.title,
  basis: version.basis,
  source: version.source,
  nation: circumstances.nation,
  trigger: version.trigger,
  received: circumstances.received,
  isAtLatest: false,
  calendar: calendar ? { name: calendar.name, version: calendar.version } : null,
  restarts: nothing,
  exclusions: nothing,
  extensions: nothing,
  open: nothing,
})

function unsettled(matter: Matter, because: string): Deadline {
  return {
    ...basics(matter),
    state: 'unsettled',
    because,
    startsOn: isoOf(matter.received),
    startsBecause: 'received',
    counting: matter.version.counting,
    movedNothing: noMoves(matter, nothing),
  }
}

function waitingFor(matter: Matter): string {
  const event = matter.version.startsAt?.event
  return `${namedRule(matter)} counts from "${event ? titleOf(event) : ''}", which has not happened`
}

function afterHours(matter: Matter, hours: number): Deadline {
  const { at } = matter.circumstances.received
  const instant = at === undefined ? NaN : Date.parse(at)
  if (Number.isNaN(instant))
    throw new DeadlineRefused(
      'timeNeeded',
      `${namedRule(matter)} counts hours, so it needs the time of day and not only ${inWords(matter.circumstances.received.on)}`,
    )
  return {
    ...basics(matter),
    state: 'due',
    dueAt: writeWithOffset(new Date(instant + hours * 3_600_000)),
    startsOn: isoOf(matter.received),
    startsBecause: 'received',
    counting: matter.version.counting,
    movedNothing: noMoves(matter, nothing),
  }
}

const restartsOf = (stops: readonly Stop[]): readonly RestartTaken[] =>
  stops.length === 0
    ? nothing
    : stops.flatMap(({ operation: { operation, name }, asked, answered }) =>
        operation === 'RESTART' && answered !== undefined
          ? [{ name, askedOn: isoOf(asked), answeredOn: isoOf(answered) }]
          : [],
      )

const openOf = (stops: readonly Stop[]): readonly OpenStop[] =>
  stops.length === 0
    ? nothing
    : stops
        .filter(({ answered }) => answered === undefined)
        .map(({ operation: { asked, name }, asked: since }) => ({
          event: asked,
          name,
          since: isoOf(since),
        }))

const becauseOpen = (open: readonly OpenStop[]): string =>
  open.map(({ name, since }) => `${name} since ${inWords(since)}`).join('; ')

/** What is only moved to a working day looks at the calendar there, and nowhere before. */
function provisionalOf(
  { calendar, version, received }: Matter,
  { start, due: last, counting, isAtLatest, exclusions }: Evaluation,
): Provisional | undefined {
  if (!calendar) return undefined
  const isStartCounted = start.because === 'last permitted day'
  const from = isStartCounted ? received : start.day
  if (isByWorkingDay(counting))
    return provisionalOver(calendarCounted(counting, calendar), from + 1, last)
  if (isAtLatest || exclusions.length > 0 || version.startsAt)
    return provisionalOver(calendar, last, last)
  const unrolled = countFrom(counting, { calendar, start: start.day, excluded: nothing })
  return provisionalOver(calendar, unrolled, last)
}
