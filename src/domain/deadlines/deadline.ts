import type { Calendars, Closure, Nation, Provisional, Receipt } from '#domain/calendar/index.ts'
import type { Basis, ClockEvent, Counting, EventName, Source } from '#domain/time-limits/index.ts'

/** All that a date depends on, besides its rule. */
export interface Circumstances {
  readonly received: Receipt
  /** The nation of the body whose clock runs. */
  readonly nation: Nation
  /** What happened to the clock, in any order. */
  readonly events?: readonly ClockEvent[]
  /** The version to use whatever the day of receipt, so that an old case keeps its answer. */
  readonly version?: string
  /** The calendars to count by; those that are shipped, without. */
  readonly calendars?: Calendars
  /** The body's own closures; they move nothing that statute or a regulator sets. */
  readonly closures?: readonly Closure[]
  /** `count` lets a question move the date even if it was asked after the date then due. */
  readonly lateQuestions?: 'move nothing' | 'count'
}

/** A new start of the clock. */
export interface RestartTaken {
  readonly name: string
  readonly askedOn: string
  readonly answeredOn: string
}

/** Days that do not count, both ends included; `days` says what kind of them is left out. */
export interface ExclusionTaken {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly days: 'working days' | 'calendar days'
  readonly isClosure: boolean
}

/** An extension, valid or not. */
export interface ExtensionTaken {
  readonly toldOn: string
  readonly isValid: boolean
  /** The day that is due without it. */
  readonly withoutItOn: string
  /** The last day on which it can be told in time, whether or not the count itself looks at that. */
  readonly toTellBy: string
  /** Why it does not count. */
  readonly because?: string
}

/** An event that is recorded and moves nothing, and why. */
export interface MovedNothing {
  readonly event: EventName | 'closure'
  readonly on: string
  readonly because: string
}

/** A day that somebody may name, with notice. */
export interface Naming {
  /** The earliest day that the notice allows. */
  readonly earliestOn: string
  /** The day that was named; absent while none is. */
  readonly namedOn?: string
}

/** A question that is not answered. */
export interface OpenStop {
  readonly event: EventName
  readonly name: string
  readonly since: string
}

/**
 * When something is due, and everything needed to say why. `stopped`: a question is open, so there is no date;
 * `unsettled`: what the date is counted from has not happened, or nobody has set the rule's number.
 */
export interface Deadline {
  readonly state: 'due' | 'stopped' | 'unsettled'
  /** The last day, until its end in Europe/London. */
  readonly dueOn?: string
  /** The instant, with the offset of Europe/London, of a rule that counts hours. */
  readonly dueAt?: string
  /** The day that would be due had the open question not been asked. */
  readonly wouldHaveBeen?: string
  /** Why there is no date. */
  readonly because?: string
  readonly rule: string
  readonly version: string
  readonly title: string
  readonly basis: Basis
  readonly source: Source
  readonly nation: Nation
  readonly trigger: string
  readonly received: Receipt
  /** The day that is counted from. */
  readonly startsOn: string
  /** The event that set the start, or `received`, or `last day to acknowledge` where none was recorded. */
  readonly startsBecause: EventName | 'received' | 'last permitted day'
  /** The count that gave the date, with what an extension made of its number. */
  readonly counting: Counting
  /** True where a second, longer count ended sooner than the first. */
  readonly isAtLatest: boolean
  readonly calendar: { readonly name: string; readonly version: string } | null
  readonly restarts: readonly RestartTaken[]
  readonly exclusions: readonly ExclusionTaken[]
  readonly extensions: readonly ExtensionTaken[]
  readonly movedNothing: readonly MovedNothing[]
  readonly open: readonly OpenStop[]
  /** Set where the day is one that somebody names. */
  readonly naming?: Naming
  /** Set where the count touches a year for which the calendar has no entries. */
  readonly provisional?: Provisional
}
