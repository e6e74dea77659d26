import { inWords, timeInWords } from '#domain/calendar/index.ts'
import {
  explain,
  explanationInWords,
  workingDaysLeft,
  type Deadline,
  type Explanation,
} from '#domain/deadlines/index.ts'
import { writeLocalDate, writeLocalDateTime } from '#platform/local-time.ts'
import type { DeadlineState, Scope } from './dated-case.ts'
import type { Replayed } from './replay.ts'
import type { CountedCase } from './settle-clock.ts'
import { dayDue } from './target.ts'

/** A deadline as people and programs are shown it. */
export interface ShownDeadline extends Scope {
  readonly code: string
  readonly name: string
  /** What its stage is called; null of the case as a whole. */
  readonly stageName: string | null
  readonly isTarget: boolean
  readonly state: DeadlineState
  /** One or two words for a tag, such as Late. */
  readonly mark: Mark
  /** A sentence, such as "Due 6 July 2026, 3 working days left". */
  readonly summary: string
  readonly dueOn: string | null
  readonly dueAt: string | null
  /** What its rule gives, where somebody has set another date. */
  readonly derivedDueOn: string | null
  /** Why somebody has set it by hand, in their words; kept from the customer. */
  readonly overrideReason: string | null
  readonly workingDaysLeft: number | null
  readonly metOn: string | null
  readonly isInTime: boolean | null
  readonly rule: string
  readonly ruleVersion: string
  readonly calendar: string | null
  readonly calendarVersion: string | null
  readonly source: string | null
  readonly sourceAddress: string | null
  /** Why it is due when it is, a sentence or two in each line. */
  readonly explanation: readonly string[]
  /** Each day that was counted, and each left out; none where days are not counted one by one. */
  readonly days: Pick<Explanation, 'counted' | 'skipped'>
}

/** The words by which a deadline's state is told at a glance. */
export type Mark =
  | 'Due'
  | 'Due soon'
  | 'Late'
  | 'Clock stopped'
  | 'Waiting'
  | 'No date yet'
  | 'Met'
  | 'Met late'
  | 'Ended'

/** For whom deadlines are shown, and when. */
export interface Showing {
  readonly now: Date
  readonly reader: 'staff' | 'customer'
}

/** Every deadline of a counted case: what is open first, the target before others, then by date. */
export const shownDeadlines = (counted: CountedCase, showing: Showing): readonly ShownDeadline[] =>
  counted.deadlines
    .toSorted(
      (one, other) =>
        Number(isOver(one)) - Number(isOver(other)) ||
        Number(other.spec.isTarget) - Number(one.spec.isTarget) ||
        (dayDue(one) ?? '9999').localeCompare(dayDue(other) ?? '9999'),
    )
    .map((each) => shownDeadline(counted, each, showing))

const isOver = ({ state }: Replayed): boolean => state === 'met' || state === 'ended'

function shownDeadline(
  { ground }: CountedCase,
  replayed: Replayed,
  showing: Showing,
): ShownDeadline {
  const { spec, calculation, overrideReason } = replayed
  const counted = 'rule' in calculation ? calculation : undefined
  const left = counted && daysLeft(counted, replayed, { ...showing, ground })
  return {
    track: replayed.track,
    stage: replayed.stage,
    code: spec.code,
    name: spec.name,
    stageName: nameOfStage(replayed),
    isTarget: spec.isTarget,
    state: replayed.state,
    ...told(replayed, left, showing.now),
    dueOn: replayed.dueOn,
    dueAt: replayed.dueAt,
    derivedDueOn: overrideReason === null ? null : replayed.derivedDueOn,
    overrideReason: showing.reader === 'staff' ? overrideReason : null,
    workingDaysLeft: (replayed.state === 'running' ? left : undefined) ?? null,
    metOn: replayed.metOn,
    isInTime: replayed.isInTime,
    rule: replayed.rule,
    ruleVersion: replayed.ruleVersion,
    ...sourceOf(counted),
    ...explained(replayed, ground, showing),
  }
}

/** Why a deadline is due when it is, and each day on the way to it. */
function explained(
  replayed: Replayed,
  { calendars }: CountedCase['ground'],
  { reader }: Showing,
): Pick<ShownDeadline, 'explanation' | 'days'> {
  const { spec, calculation } = replayed
  const found = 'rule' in calculation ? explain(calculation, calendars) : undefined
  return {
    explanation: [
      ...overrideInWords(replayed, reader),
      ...(found
        ? explanationInWords(found, reader)
        : [`${spec.name}: there is no date. ${sentence(becauseOf(calculation))}`]),
    ],
    days: found ?? { counted: [], skipped: [] },
  }
}

const nameOfStage = ({ span }: Replayed): string | null => span.of?.stage.name ?? null

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

const nothingCounted = {
  calendar: null,
  calendarVersion: null,
  source: null,
  sourceAddress: null,
} as const

const sourceOf = (counted: Deadline | undefined) =>
  counted
    ? {
        calendar: counted.calendar?.name ?? null,
        calendarVersion: counted.calendar?.version ?? null,
        source: counted.source.citation,
        sourceAddress: counted.source.address || null,
      }
    : nothingCounted

function daysLeft(
  counted: Deadline,
  replayed: Replayed,
  { now, ground }: Showing & { readonly ground: CountedCase['ground'] },
): number | undefined {
  const dueOn = dayDue(replayed)
  if (dueOn === null) return undefined
  return workingDaysLeft({ ...counted, dueOn }, writeLocalDate(now), ground.calendars)
}

function overrideInWords(
  { overrideReason, ...replayed }: Replayed,
  reader: Showing['reader'],
): readonly string[] {
  if (overrideReason === null) return []
  const set = inWords(dayDue(replayed) ?? '')
  const derived = dayDue({ dueOn: replayed.derivedDueOn, dueAt: replayed.derivedDueAt })
  return [
    `The date was set by hand to ${set}.${reader === 'staff' ? ` Reason: ${sentence(overrideReason)}` : ''}`,
    derived === null
      ? 'By its rule there is no date now.'
      : `By its rule it would be ${inWords(derived)}, as follows.`,
  ]
}

/** A mark for a tag, and the sentence beside it. */
export interface Told {
  readonly mark: Mark
  readonly summary: string
}

function told(replayed: Replayed, left: number | undefined, now: Date): Told {
  const { state, calculation, metOn, isInTime } = replayed
  const today = writeLocalDate(now)
  if (state === 'running') return toldOfOpen(replayed, { left: left ?? 0, today, now })
  if (state === 'met') return toldOfMet(metOn ?? today, isInTime)
  if (state === 'ended') return { mark: 'Ended', summary: 'No longer needed' }
  const because = becauseOf(calculation)
  return {
    mark: marks[state],
    summary: state === 'stopped' ? `Clock stopped. ${because}` : because,
  }
}

function toldOfOpen(
  replayed: Replayed,
  { left, today, now }: { readonly left: number; readonly today: string; readonly now: Date },
): Told {
  if (replayed.dueAt !== null) return toldOfMoment(new Date(replayed.dueAt), now)
  return withDoubt(toldOfRunning(dayDue(replayed) ?? today, left, today), replayed)
}

/** A date that nobody has set by hand may rest on days that no calendar knows. */
function withDoubt({ mark, summary }: Told, { calculation, overrideReason }: Replayed): Told {
  const doubt = 'rule' in calculation && overrideReason === null && calculation.provisional
  return { mark, summary: doubt ? `${summary}; provisional: ${doubt.lacking}` : summary }
}

const marks = {
  stopped: 'Clock stopped',
  waiting: 'Waiting',
  unsettled: 'No date yet',
} as const satisfies Partial<Record<DeadlineState, Mark>>

const becauseOf = ({ because = '' }: Replayed['calculation']): string => because

const soon = 3

/** How a date that is not over yet is told, with its working days left: a mark, and a sentence without its full stop. */
export function toldOfRunning(dueOn: string, left: number, today: string): Told {
  const due = `Due ${inWords(dueOn)}`
  if (dueOn < today) {
    const late = left === 0 ? 'late' : `${daysInWords(-left)} late`
    return { mark: 'Late', summary: `${due}, ${late}` }
  }
  if (dueOn === today) return { mark: 'Due soon', summary: `${due}, today` }
  const mark = left <= soon ? 'Due soon' : 'Due'
  return { mark, summary: `${due}, ${left === 0 ? 'no working days' : daysInWords(left)} left` }
}

const hour = 3_600_000

/** How something that is due at a moment is told before it is over, with its hours: they run through the night. */
export function toldOfMoment(dueAt: Date, now: Date): Told {
  const [day = '', time = ''] = writeLocalDateTime(dueAt).split('T')
  const due = `Due ${inWords(day)} at ${timeInWords(time.slice(0, 5))}`
  const left = dueAt.getTime() - now.getTime()
  if (left < 0) return { mark: 'Late', summary: `${due}, ${hoursInWords(-left)} late` }
  const mark = left <= 24 * hour ? 'Due soon' : 'Due'
  return { mark, summary: `${due}, ${hoursInWords(left)} left` }
}

function hoursInWords(length: number): string {
  const hours = Math.floor(length / hour)
  if (hours === 0) return 'less than an hour'
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`
}

const daysInWords = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`

function toldOfMet(on: string, isInTime: boolean | null): Told {
  const met = `Met on ${inWords(on)}`
  if (isInTime === false) return { mark: 'Met late', summary: `${met}, late` }
  return { mark: 'Met', summary: isInTime ? `${met}, in time` : met }
}
