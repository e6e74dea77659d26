import { correctReceipt } from './correct-receipt.ts'
import { getDeadlines } from './get-deadlines.ts'
import { liftOverride } from './lift-override.ts'
import { overrideDeadline } from './override-deadline.ts'
import { recomputeDeadlinesJob } from './recompute-deadlines.job.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { withdrawClockEvent } from './withdraw-clock-event.ts'

export { openClock, stageTarget, type Opening } from './opening.ts'
export { lettersOf, tasksOf, type RaisedLetter, type RaisedTask } from './raised-work.ts'
export type { Ground, Replayed } from './replay.ts'
export type { DeadlineRow } from './deadline-row.ts'
export { calendars, daysFrom, ownCalendars, type CalendarDay } from './own-calendars.ts'
export { insertCalendarDays, listCalendarDays, retireCalendarDays } from './calendar-queries.ts'
export { dayOff, newHolidays } from './new-holidays.ts'
export { previewMoves } from './preview-moves.ts'
export { deadlineColumns, deadlineRecord, deadlineValues, draftLetters } from './write-queries.ts'
export { settleClock, type SettledClock, type Settling } from './settle-clock.ts'
export type { DeadlineMove } from './settlement.ts'
export { listRecomputations } from './recompute-queries.ts'
export { recomputeBatch, settleBroughtIn, settleRange, type Batch } from './recompute.ts'
export { startRecomputation } from './recompute-deadlines.job.ts'
export { overrideTarget } from './set-by-hand.ts'
export { listClockEvents } from './event-queries.ts'
export type { Mark, ShownDeadline } from './shown-deadline.ts'
export {
  correctReceipt,
  getDeadlines,
  liftOverride,
  overrideDeadline,
  recordClockEvent,
  withdrawClockEvent,
}
export const operations = [
  getDeadlines,
  recordClockEvent,
  withdrawClockEvent,
  correctReceipt,
  overrideDeadline,
  liftOverride,
]
export const jobs = [recomputeDeadlinesJob]
