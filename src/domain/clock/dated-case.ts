import type { RelativeDay } from '#domain/procedures/index.ts'

/** What a deadline or an event belongs to: a stage of a track, or (both empty) the whole case. */
export interface Scope {
  readonly track: string
  readonly stage: string
}

/** What a deadline can be in (migration 0015 says what each means). */
export type DeadlineState = 'waiting' | 'running' | 'stopped' | 'unsettled' | 'met' | 'ended'

/** A stage that a case is or was in; dates are YYYY-MM-DD, moments ISO 8601. */
export interface DatedStage {
  readonly track: string
  readonly code: string
  readonly receivedOn: string | null
  /** When to the moment, where that is known of the stage itself. */
  readonly receivedAt?: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly dueOn: string | null
}

/** What happened to a clock and was not withdrawn. */
export interface DatedEvent extends Scope {
  /** Absent of what is about to be recorded. */
  readonly id?: number
  readonly name: string
  readonly on: string
  readonly at: string | null
  readonly until: string | null
}

/** A deadline as it was last settled. */
export interface StoredDeadline extends Scope {
  readonly code: string
  readonly state: DeadlineState
  readonly rule: string
  readonly ruleVersion: string
  /** The day that its rule was put to. */
  readonly triggerOn: string | null
  readonly countedFrom: string | null
  readonly dueOn: string | null
  readonly dueAt: string | null
  readonly derivedDueOn: string | null
  readonly derivedDueAt: string | null
  readonly overrideReason: string | null
  readonly metOn: string | null
  readonly isInTime: boolean | null
  readonly remindersGiven: number
}

/** A task or a draft that is due relative to something dated. */
export interface DatedWork {
  readonly id: number
  readonly track: string | null
  readonly stage: string | null
  readonly dueFrom: RelativeDay
  readonly dueOn: string | null
}

/** All of a case that its dates depend on, and its dates as they were last settled. */
export interface DatedCase {
  readonly caseId: number
  readonly receivedAt: Date
  readonly receivedOn: string
  readonly closedOn: string | null
  /** Was it answered, where it is closed, and not withdrawn, rejected, returned or merged into another? */
  readonly isAnswered: boolean
  readonly targetOn: string | null
  readonly targetDays: number | null
  readonly stages: readonly DatedStage[]
  /** In the order in which they happened. */
  readonly events: readonly DatedEvent[]
  readonly deadlines: readonly StoredDeadline[]
  readonly tasks: readonly DatedWork[]
  readonly drafts: readonly DatedWork[]
}

/** One text for a deadline's place, to look it up by. */
export const placeOf = ({ track, stage, code }: Scope & { readonly code: string }): string =>
  `${track}\n${stage}\n${code}`
