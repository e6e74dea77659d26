import { changedMeanwhile, conflict } from '#domain/seen/index.ts'
import { choice, longText } from '#kernel/kinds.ts'
import type { Subject } from '#kernel/operation.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import type { Flaw, Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { typedDate } from './day.ts'
import { remedySettled, unknownPoint, unknownRemedy } from './errors.ts'
import { money } from './money.ts'
import { numberInCase } from './number.ts'
import { ownerParameters, someOwnerOf } from './owner.ts'
import { findPointNumber, findRemedy, type Remedy } from './remedy-queries.ts'

/** What can be done to put something right (Housing Ombudsman Complaint Handling Code, 7). */
export const remedyKinds = [
  'apology',
  'explanation',
  'action',
  'payment',
  'review of practice',
  'other',
] as const

/** The parameters that say what a remedy is to be. */
export const remedyParameters = {
  what: required(choice(...remedyKinds), 'The kind of remedy'),
  description: required(longText, 'What is to be done'),
  point: optional(numberInCase, 'The point that it puts right'),
  ...ownerParameters,
  dueOn: required(typedDate, 'The date by which it is to be done'),
  cost: optional(money, 'The expected cost'),
}

interface Planning {
  readonly db: Reading
  readonly subject: Subject
  readonly input: Input<typeof remedyParameters>
  readonly refuse: (kind: typeof unknownPoint) => Refusal
}

/** What a remedy is to be, as it is stored; refuses a point that the case does not have, or no owner. */
export async function remedyPlan({ db, subject, input, refuse }: Planning) {
  const { what, description, point = null, dueOn, cost: expectedCost = null } = input
  const { caseId } = subject
  if (point !== null && !(await findPointNumber(db, { caseId, point }))) throw refuse(unknownPoint)
  const owner = await someOwnerOf(db, input, { caseId, permission: 'case.complaint.update' })
  return { what, description, point, dueOn, expectedCost, ...owner }
}

type Refused = typeof unknownRemedy | typeof remedySettled | typeof changedMeanwhile

interface Changing {
  readonly db: Reading
  readonly subject: Subject
  readonly input: { readonly remedy: number; readonly version: number }
  readonly refuse: (kind: Refused, flaws?: readonly Flaw[]) => Refusal
}

/** The remedy to be changed, if it is open and nobody has changed it since it was seen; else refuses. */
export async function remedyToChange({ db, subject, input, refuse }: Changing): Promise<Remedy> {
  const found = await findRemedy(db, { caseId: subject.caseId, remedy: input.remedy })
  if (!found) throw refuse(unknownRemedy)
  if (found.state !== 'open') throw refuse(remedySettled)
  if (found.version !== input.version) throw refuse(changedMeanwhile, conflict)
  return found
}
