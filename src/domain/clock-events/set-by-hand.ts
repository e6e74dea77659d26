import { caseReference } from '#domain/access/index.ts'
import type { Receipt } from '#domain/calendar/index.ts'
import {
  countCase,
  type CountedCase,
  type DatedCase,
  dueColumns,
  openTarget,
  type Replayed,
  rowOf,
  type StoredDeadline,
} from '#domain/clock/index.ts'
import { shortText } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { scopeParameters } from './clock-kinds.ts'
import { forbidden } from './errors.ts'
import { updateOverride } from './queries.ts'
import { settledAs, settleWith, type Doing } from './tell-case.ts'

/** How a deadline of a case is named. */
export const deadlineOfCase = {
  case: caseReference,
  ...scopeParameters,
  deadline: required(shortText, 'Deadline'),
}

interface Sought {
  readonly track?: string | undefined
  readonly stage?: string | undefined
  readonly deadline: string
}

/** The deadline that is named: one that is open before one that is not. */
export function findDeadline(
  { deadlines }: Pick<CountedCase, 'deadlines'>,
  { track, stage, deadline }: Sought,
): Replayed | undefined {
  const named = deadlines.filter(
    (each) =>
      each.spec.code === deadline &&
      (stage === undefined || each.stage === stage) &&
      (track === undefined || each.track === track),
  )
  return named.find(({ state }) => state !== 'met' && state !== 'ended') ?? named[0]
}

/** A date that is set by hand, and why. */
export interface Overriding extends Doing {
  readonly deadline: Replayed
  readonly due: Receipt
  readonly reason: string
}

/** Sets the date of a deadline of a counted case, and moves every date that hangs on it. */
export function override(
  db: Writing,
  counted: CountedCase,
  { deadline, due, reason: why, author, now }: Overriding,
): void {
  const { dated } = counted
  if (deadline.state === 'met' || deadline.state === 'ended')
    throw forbidden('Deadline', 'Deadline is over: there is nothing left to set')
  const stored = { ...asStored(dated, deadline), ...dueColumns(deadline, due), overrideReason: why }
  const changed = settledAs(counted, withDeadline(dated, stored), now)
  const { code } = deadline.spec
  const particulars = { deadline: code, derived: deadline.derivedDueAt ?? deadline.derivedDueOn }
  settleWith(db, changed, {
    author,
    now,
    kind: 'deadlineOverridden',
    particulars: { ...particulars, reason: why },
  })
  void updateOverride(db, { ...placed(dated.caseId, deadline), reason: why, author })
}

/**
 * Sets the target date of a case by hand, where it has a deadline that is its target now; gives whether it has.
 * The case must be locked.
 */
export async function overrideTarget(
  db: Writing,
  caseId: number,
  wanted: Omit<Overriding, 'deadline' | 'due'> & { readonly on: string },
): Promise<boolean> {
  const counted = await countCase(db, { caseId, now: wanted.now })
  const deadline = openTarget(counted.dated, counted.deadlines)
  if (!deadline) return false
  override(db, counted, { ...wanted, deadline, due: { on: wanted.on } })
  return true
}

/** Where a deadline of a case stands. */
export const placed = (caseId: number, { track, stage, spec: { code } }: Replayed) => ({
  caseId,
  track,
  stage,
  code,
})

/** A deadline that the case has stored, or as it would be stored. */
export function asStored({ caseId, deadlines }: DatedCase, replayed: Replayed): StoredDeadline {
  const { track, stage, spec, trigger } = replayed
  const found = deadlines.find(
    (each) => each.track === track && each.stage === stage && each.code === spec.code,
  )
  if (found) return found
  return {
    ...rowOf(caseId, replayed, noReminders),
    triggerOn: trigger?.on ?? null,
    overrideReason: null,
  }
}

const noReminders = Object.freeze({ remindersGiven: 0, nextReminderAt: null })

/** The case as it is with one deadline changed. */
export const withDeadline = (dated: DatedCase, changed: StoredDeadline): DatedCase => ({
  ...dated,
  deadlines: [
    ...dated.deadlines.filter(
      ({ track, stage, code }) =>
        track !== changed.track || stage !== changed.stage || code !== changed.code,
    ),
    changed,
  ],
})
