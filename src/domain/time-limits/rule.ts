import type { House, Nation } from '#domain/calendar/index.ts'
import type { EventName } from './clock-event.ts'

/** The text that a rule comes from, and where it can be read. */
export interface Source {
  readonly citation: string
  readonly address: string
}

/** What a rule rests on; `unconfirmed` must stay configurable until somebody confirms it. */
export type Basis = 'statute' | 'guidance' | 'convention' | 'unconfirmed'

/** The ways of counting that rules may name. */
export type Convention =
  | 'AFTER_WD'
  | 'AFTER_DAYS'
  | 'AFTER_DAYS_ROLL'
  | 'BEGINNING_WITH_DAYS'
  | 'BEGINNING_WITH_MONTHS'
  | 'CORRESPONDING_MONTHS'
  | 'CLEAR_DAYS'
  | 'HOURS'

/** A way of counting with its number; null until an organisation has set it. */
export interface Counting {
  readonly convention: Convention
  readonly number: number | null
}

/**
 * Whose holidays count: those of one division, of all, of the body's own nation, or none; or the House whose sitting
 * days count.
 */
export type CalendarChoice = 'uk' | 'england-and-wales' | 'scotland' | 'nation' | 'none' | House

/** The clock starts afresh on the day of the answer; until then there is no due date. */
export interface Restart {
  readonly operation: 'RESTART'
  readonly asked: EventName
  readonly answered: EventName
  readonly name: string
}

/** Days from question to answer, both included, do not count; until the answer there is no due date. */
export interface Exclude {
  readonly operation: 'EXCLUDE'
  readonly asked: EventName
  readonly answered: EventName
  /** What those days are called in an explanation. */
  readonly name: string
}

/** Days of an interval, both ends included, that do not count. */
export interface Close {
  readonly operation: 'CLOSE'
  readonly during: EventName
  readonly name: string
}

/** A longer time, either in all or on top. */
export interface Extend {
  readonly operation: 'EXTEND'
  readonly told: EventName
  readonly length: { readonly inAll: number } | { readonly further: number }
  /** Whether it must be told on or before the day that would be due without it. */
  readonly mustBeToldInTime: boolean
  /** The count by whose last day it must be told, where that is not the day that would be due without it. */
  readonly inTimeBy?: Counting
  readonly forbiddenBy?: string
}

/** Events that are recorded and move nothing. */
export interface Waiting {
  readonly operation: 'NONE'
  readonly events: readonly EventName[]
}

/** The day due is one that somebody names; the count gives the earliest that they may. */
export interface Name {
  readonly operation: 'NAME'
  readonly named: EventName
}

/** What an event does to the clock of a rule. */
export type ClockOperation = Restart | Exclude | Close | Extend | Name | Waiting

/** A rule as it was from one day on. */
export interface RuleVersion {
  readonly version: string
  /** The first day of receipt that it governs; null where it governs all that came before. */
  readonly takesEffectOn: string | null
  readonly basis: Basis
  readonly source: Source
  readonly calendar: CalendarChoice
  /** What happens on the day that is counted from. */
  readonly trigger: string
  readonly counting: Counting
  /** Another count that ends the time if it ends sooner; closures are days like others to it. */
  readonly atLatest?: Counting
  /** The event that is counted from instead of the trigger, and what stands for it while it is absent. */
  readonly startsAt?: { readonly event: EventName; readonly otherwise?: Counting }
  readonly clock: readonly ClockOperation[]
  /** Whether statute or a regulator sets it, so that local closures never move it. */
  readonly isStatutory: boolean
  /** Whether an organisation may set the number. */
  readonly isConfigurable?: true
}

/** A time limit as data: its versions stand oldest first. */
export interface Rule {
  readonly id: string
  readonly title: string
  /** The nations whose bodies it governs. */
  readonly nations: readonly Nation[]
  readonly versions: readonly RuleVersion[]
}
