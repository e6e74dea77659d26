export {
  allRules,
  clockEvents,
  DeadlineRefused,
  isAhead,
  isEventName,
  readEvent,
  ruleOf,
  titleOf,
  withNumber,
  type Basis,
  type ClockEvent,
  type Counting,
  type EventName,
  type Forbidden,
  type Rule,
  type RuleVersion,
  type Source,
} from '#domain/time-limits/index.ts'
export { checkEvent, checkEvents, type Verdict } from './check-event.ts'
export { deadlineOf, due } from './deadline-of.ts'
export type { Circumstances, Deadline } from './deadline.ts'
export { dueInWords, instantInWords } from './due-in-words.ts'
export { explain, type Explanation } from './explain.ts'
export {
  basesInWords,
  explanationInWords,
  notCounted,
  type Reader,
} from './explanation-in-words.ts'
export { eventsKnownTo } from './moved-nothing.ts'
export { standsOn } from './stands-on.ts'
export {
  readVectors,
  verifyVectors,
  writtenAnswer,
  type Vector,
  type Verified,
  type VerifiedRow,
} from './vectors.ts'
export { workingDaysLeft } from './working-days-left.ts'
