import type { Reminder, WarningPoint } from '#domain/procedures/index.ts'
import { dayOf, isoOf } from '#domain/calendar/index.ts'
import { startOfLocalDate } from '#platform/local-time.ts'
import { beginningOf, workingDaysAway, type WorkingTimes } from './working-times.ts'

/** What is known of a deadline: when its time runs from and to, and the reminders of it. Dates are YYYY-MM-DD. */
export interface RemindedDeadline {
  readonly countedFrom: string
  readonly dueOn: string
  /** Where it is due at a moment; else it is due when its last day ends. */
  readonly dueAt: Date | null
  readonly reminders: readonly Reminder[]
}

/** A reminder at its place: the how-manieth of its deadline it is, from 1, and when. */
export interface PlacedReminder extends Reminder {
  readonly number: number
  readonly moment: Date
}

/** All reminders of a deadline in the order in which they are reached; of one moment, in the order in which they are written. */
export function placedReminders(
  deadline: RemindedDeadline,
  times: WorkingTimes,
): readonly PlacedReminder[] {
  return deadline.reminders
    .map((reminder) => ({ ...reminder, moment: momentOf(reminder.at, deadline, times) }))
    .toSorted((one, other) => one.moment.getTime() - other.moment.getTime())
    .map((reminder, at) => ({ ...reminder, number: at + 1 }))
}

/** When the next reminder of a deadline is reached, and the how-manieth it is, after so many have been given. */
export function nextReminder(
  deadline: RemindedDeadline,
  given: number,
  times: WorkingTimes,
): { readonly at: Date; readonly number: number } | undefined {
  const next = placedReminders(deadline, times)[given]
  return next && { at: next.moment, number: next.number }
}

/**
 * How many of its reminders a deadline has been given once its date has moved: those that are still reached
 * count, those that lie ahead again will be given again.
 */
export const remindersKept = (
  deadline: RemindedDeadline,
  { given, now }: { readonly given: number; readonly now: Date },
  times: WorkingTimes,
): number =>
  placedReminders(deadline, times)
    .slice(0, given)
    .filter(({ moment }) => moment <= now).length

/** What is reached: which reminders are given now, what the deadline counts as given, and when it is looked at next. */
export interface Reached {
  readonly giving: readonly PlacedReminder[]
  /** The reminder that moves the work, where one was reached. */
  readonly reassigning: PlacedReminder | undefined
  readonly given: number
  readonly nextAt: Date | undefined
}

/**
 * Which reminders a deadline is given at a moment. Of those passed over only the latest point reached is told
 * of, and the last one that moves the work: a clock that jumps does not fire everything at once.
 */
export function reachedReminders(
  deadline: RemindedDeadline,
  { given, now }: { readonly given: number; readonly now: Date },
  times: WorkingTimes,
): Reached {
  const all = placedReminders(deadline, times)
  const reached = all.slice(given).filter(({ moment }) => moment <= now)
  const latest = reached.at(-1)?.moment.getTime()
  const reassigning = reached.findLast(({ isReassigning }) => isReassigning)
  const counted = given + reached.length
  return {
    giving: reached.filter((each) => each.moment.getTime() === latest || each === reassigning),
    reassigning,
    given: counted,
    nextAt: all[counted]?.moment,
  }
}

/** When a deadline is past. */
export const pastAt = ({ dueOn, dueAt }: Pick<RemindedDeadline, 'dueOn' | 'dueAt'>): Date =>
  dueAt ?? startOf(isoOf(dayOf(dueOn) + 1))

function momentOf(point: WarningPoint, deadline: RemindedDeadline, times: WorkingTimes): Date {
  if ('daysBefore' in point)
    return beginningOf(workingDaysAway(deadline.dueOn, -point.daysBefore, times), times)
  const from = startOf(deadline.countedFrom).getTime()
  const length = Math.max(0, pastAt(deadline).getTime() - from)
  return new Date(from + (length * point.share) / 100)
}

function startOf(date: string): Date {
  const start = startOfLocalDate(date)
  if (!start) throw new RangeError(`"${date}" is not a date, written YYYY-MM-DD`)
  return start
}
