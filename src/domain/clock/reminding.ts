import {
  nextReminder,
  remindersKept,
  type RemindedDeadline,
  type WorkingTimes,
} from '#domain/reminders/index.ts'
import type { StoredDeadline } from './dated-case.ts'
import { countedColumns } from './deadline-row.ts'
import type { Replayed } from './replay.ts'
import { dayDue } from './target.ts'

/** How many reminders a deadline has been given, and when the next is reached. */
export interface Reminding {
  readonly remindersGiven: number
  readonly nextReminderAt: string | null
}

/** When there is work, and the moment at which dates are settled. */
export interface RemindingTimes {
  readonly times: WorkingTimes
  readonly now: Date
}

/** The reminders of a deadline; only of one that runs towards a date there are any to come. */
export function remindingOf(
  replayed: Replayed,
  stored: Pick<StoredDeadline, 'remindersGiven'> | undefined,
  { times, now }: RemindingTimes,
): Reminding {
  const given = stored?.remindersGiven ?? 0
  const deadline = remindedOf(replayed)
  if (!deadline) return { remindersGiven: given, nextReminderAt: null }
  try {
    const kept = given === 0 ? 0 : remindersKept(deadline, { given, now }, times)
    const next = nextReminder(deadline, kept, times)
    return { remindersGiven: kept, nextReminderAt: next ? next.at.toISOString() : null }
  } catch (error) {
    // past the years that can be counted with
    if (error instanceof RangeError) return { remindersGiven: given, nextReminderAt: null }
    throw error
  }
}

function remindedOf(replayed: Replayed): RemindedDeadline | undefined {
  const { spec, state, dueAt } = replayed
  const dueOn = dayDue(replayed)
  const { countedFrom } = countedColumns(replayed)
  if (state !== 'running' || dueOn === null || countedFrom === null) return undefined
  const at = dueAt === null ? null : new Date(dueAt)
  return { countedFrom, dueOn, dueAt: at, reminders: spec.reminders }
}
