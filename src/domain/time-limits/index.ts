export {
  clockEvents,
  isAhead,
  isEventName,
  titleOf,
  type ClockEvent,
  type EventName,
} from './clock-event.ts'
export { readEvent } from './read-event.ts'
export { DeadlineRefused, type Forbidden } from './refused.ts'
export type {
  Basis,
  CalendarChoice,
  ClockOperation,
  Convention,
  Counting,
  Exclude,
  Extend,
  Restart,
  Rule,
  RuleVersion,
  Source,
} from './rule.ts'
export { allRules, isOfInformation, ruleOf, versionOf, withNumber } from './rules.ts'
