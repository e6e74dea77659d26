import type { Scope } from './dated-case.ts'
import type { Reminding } from './reminding.ts'
import type { Replayed } from './replay.ts'

/** A deadline as it is written. */
export interface DeadlineRow extends Scope {
  readonly caseId: number
  readonly code: string
  readonly state: Replayed['state']
  readonly rule: string
  readonly ruleVersion: string
  readonly calendar: string | null
  readonly calendarVersion: string | null
  readonly isTarget: boolean
  readonly countedFrom: string | null
  readonly dueOn: string | null
  readonly dueAt: string | null
  readonly derivedDueOn: string | null
  readonly derivedDueAt: string | null
  readonly metOn: string | null
  readonly isInTime: boolean | null
  readonly calculation: Replayed['calculation']
  readonly remindersGiven: number
  readonly nextReminderAt: string | null
}

/** A deadline of a case as it is written. */
export function rowOf(caseId: number, replayed: Replayed, reminding: Reminding): DeadlineRow {
  const {
    spec,
    trigger: _,
    span: _span,
    matter: _matter,
    overrideReason: _reason,
    ...rest
  } = replayed
  return {
    caseId,
    ...rest,
    code: spec.code,
    isTarget: spec.isTarget,
    ...countedColumns(replayed),
    ...reminding,
  }
}

/** What a deadline was counted by and from. */
export function countedColumns({ calculation, trigger }: Replayed) {
  if (!('rule' in calculation))
    return { calendar: null, calendarVersion: null, countedFrom: trigger?.on ?? null }
  return {
    calendar: calculation.calendar?.name ?? null,
    calendarVersion: calculation.calendar?.version ?? null,
    countedFrom: calculation.startsOn,
  }
}
