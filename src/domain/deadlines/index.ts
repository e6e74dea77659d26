export { clockEvents, isEventName, type ClockEvent, type EventName } from './clock-event.ts'
export type { Circumstances, Deadline } from './deadline.ts'
export type { Basis, Counting, Rule, RuleVersion, Source } from './rule.ts'
