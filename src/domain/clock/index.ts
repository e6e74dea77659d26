import { getDeadlines } from './get-deadlines.ts'

export { countUnder, datesUnder, type CaseUnder, type DateMove } from './count-under.ts'
export type { DatedCase, DatedEvent, DeadlineState, Scope, StoredDeadline } from './dated-case.ts'
export { eventsFor } from './dated-thing.ts'
export { rowOf, type DeadlineRow } from './deadline-row.ts'
export { openClock, stageTarget, type Opening } from './opening.ts'
export { lettersOf, tasksOf, type RaisedLetter, type RaisedTask } from './raised-work.ts'
export { dueColumns, type Ground, type Matter, type Replayed } from './replay.ts'
export { settleBroughtIn, settleRange } from './settle-range.ts'
export {
  countCase,
  settleClock,
  writeSettled,
  type CountedCase,
  type SettledClock,
  type Settling,
} from './settle-clock.ts'
export { settle, type DeadlineMove, type Settled } from './settlement.ts'
export {
  shownDeadlines,
  toldOfRunning,
  type Mark,
  type ShownDeadline,
  type Told,
} from './shown-deadline.ts'
export { openTarget } from './target.ts'
export {
  carryClock,
  deadlineColumns,
  deadlineRecord,
  deadlineValues,
  draftLetters,
  forgetDeadlines,
} from './write-queries.ts'
export { getDeadlines }
export const operations = [getDeadlines]
