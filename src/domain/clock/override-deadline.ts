import { caseReference } from '#domain/access/index.ts'
import type { Receipt } from '#domain/calendar/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { moment, scopeParameters } from './clock-kinds.ts'
import type { DatedCase, StoredDeadline } from './dated-case.ts'
import { forbidden, unknownDeadline } from './errors.ts'
import { updateOverride } from './event-queries.ts'
import { dueColumns, type Replayed } from './replay.ts'
import { rowOf } from './deadline-row.ts'
import { countCase, type CountedCase } from './settle-clock.ts'
import { openTarget } from './target.ts'
import { settledAs, settleWith, type Doing } from './tell-case.ts'

const deadlineOfCase = {
  case: caseReference,
  ...scopeParameters,
  deadline: required(shortText, 'Deadline'),
}

/** Sets the date of a deadline by hand, with a reason; what its rule gives stays beside it. */
export const overrideDeadline = operation({
  name: 'overridedeadline',
  summary: 'Set the date of a deadline by hand',
  effect: 'write',
  permission: 'case.deadline.override',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    ...deadlineOfCase,
    due: required(moment, 'Date due'),
    reason: required(shortText, 'Reason'),
  },
  errors: [unknownCase, unknownDeadline],
  returns: reply<{ caseId: number }>('overridedeadlineresponse', { caseId: 'caseid' }),
  examples: [
    { CaseId: '1001', Deadline: 'respond', Due: '2026-04-20', Reason: 'Agreed with the customer' },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const counted = await countCase(db, caseId)
    const found = findDeadline(counted, input)
    if (!found) throw refuse(unknownDeadline)
    override(db, counted, {
      deadline: found,
      due: input.due,
      reason: input.reason,
      author: actor.name,
      now,
    })
    record(caseId, { deadline: found.spec.code, due: input.due.on })
    return { caseId }
  },
})

/** Lets the rule's own date hold again. */
export const liftOverride = operation({
  name: 'liftoverride',
  summary: 'Let the rule’s own date of a deadline hold again',
  effect: 'write',
  permission: 'case.deadline.override',
  subject: 'case',
  isWebOnly: true,
  parameters: { ...deadlineOfCase, reason: required(shortText, 'Reason') },
  errors: [unknownCase, unknownDeadline],
  returns: reply<{ caseId: number }>('liftoverrideresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Deadline: 'respond', Reason: 'Agreed in error' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const counted = await countCase(db, caseId)
    const found = findDeadline(counted, input)
    if (!found) throw refuse(unknownDeadline)
    const stored = asStored(counted.dated, found)
    if (stored.overrideReason === null)
      throw forbidden('Deadline', 'Deadline has no date that was set by hand')
    const changed = settledAs(
      counted,
      withDeadline(counted.dated, { ...stored, overrideReason: null }),
    )
    const particulars = { deadline: found.spec.code, reason: input.reason }
    settleWith(db, changed, { author: actor.name, now, kind: 'overrideLifted', particulars })
    void updateOverride(db, { ...placed(caseId, found), reason: null, author: null })
    record(caseId, { deadline: found.spec.code })
    return { caseId }
  },
})

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
  const changed = settledAs(counted, withDeadline(dated, stored))
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
  const counted = await countCase(db, caseId)
  const deadline = openTarget(counted.dated, counted.deadlines)
  if (!deadline) return false
  override(db, counted, { ...wanted, deadline, due: { on: wanted.on } })
  return true
}

const placed = (caseId: number, { track, stage, spec: { code } }: Replayed) => ({
  caseId,
  track,
  stage,
  code,
})

/** A deadline that the case has stored, or as it would be stored. */
function asStored({ caseId, deadlines }: DatedCase, replayed: Replayed): StoredDeadline {
  const { track, stage, spec, trigger } = replayed
  const found = deadlines.find(
    (each) => each.track === track && each.stage === stage && each.code === spec.code,
  )
  if (found) return found
  return { ...rowOf(caseId, replayed), triggerOn: trigger?.on ?? null, overrideReason: null }
}

const withDeadline = (dated: DatedCase, changed: StoredDeadline): DatedCase => ({
  ...dated,
  deadlines: [
    ...dated.deadlines.filter(
      ({ track, stage, code }) =>
        track !== changed.track || stage !== changed.stage || code !== changed.code,
    ),
    changed,
  ],
})
