export {
  clockEvents,
  isEventName,
  titleOf,
  type ClockEvent,
  type EventName,
} from './clock-event.ts'
export { deadlineOf, due } from './deadline-of.ts'
export type { Circumstances, Deadline } from './deadline.ts'
export { readEvent } from './read-event.ts'
export { DeadlineRefused } from './refused.ts'
export type { Basis, Counting, Rule, RuleVersion, Source } from './rule.ts'
export { allRules, ruleOf, withNumber } from './rules.ts'
export {
  readVectors,
  verifyVectors,
  writtenAnswer,
  type Vector,
  type Verified,
  type VerifiedRow,
} from './vectors.ts'
export { checkEvent, checkEvents, type Verdict } from './check-event.ts'
export { explain, type Explanation } from './explain.ts'
export { warningDates, workingDaysLeft, type Warning, type WarningLevels } from './warnings.ts'
export { explanationInWords, type Reader } from './explanation-in-words.ts'
