import { changedMeanwhile, conflict } from '#domain/seen/index.ts'
import { unknownPoint } from '#domain/remedies/index.ts'
import { choice, longText, shortText } from '#kernel/kinds.ts'
import type { Subject } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import type { Flaw, Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { complaintClosed } from './errors.ts'
import { findPoint, type Point } from './point-queries.ts'

/** What can be found of a point when it is answered. */
export const findings = ['upheld', 'partly upheld', 'not upheld'] as const

/** The parameters that say what a point is about. */
export const pointParameters = {
  description: required(longText, 'What the complaint is about'),
  service: optional(shortText, 'Service concerned'),
}

/** The parameters that answer a point. */
export const answerParameters = {
  service: optional(shortText, 'Service concerned'),
  evidence: optional(longText, 'Evidence that was considered'),
  finding: required(choice(...findings), 'The finding'),
  reasons: required(longText, 'Reasons for the finding'),
}

interface Answered {
  readonly finding: string | null
  readonly answeredStage: number | null
  readonly isExcluded: boolean
}

/**
 * Says whether a point needs no answer in a numbered stage: it was answered there or later, was withdrawn, or
 * is not taken on.
 */
export function isAnswered(point: Answered, stage: number | null): boolean {
  if (point.isExcluded || point.finding === 'withdrawn') return true
  return point.finding !== null && (point.answeredStage ?? 0) >= (stage ?? 0)
}

type Refused = typeof unknownPoint | typeof complaintClosed | typeof changedMeanwhile

interface Changing {
  readonly db: Reading
  readonly subject: Subject
  readonly input: { readonly point: number; readonly version: number }
  readonly refuse: (kind: Refused, flaws?: readonly Flaw[]) => Refusal
}

/** The point to be changed, if its case is open and nobody has changed it since it was seen; else refuses. */
export async function pointToChange({ db, subject, input, refuse }: Changing): Promise<Point> {
  if (subject.isClosed) throw refuse(complaintClosed)
  const found = await findPoint(db, { caseId: subject.caseId, point: input.point })
  if (!found) throw refuse(unknownPoint)
  if (found.version !== input.version) throw refuse(changedMeanwhile, conflict)
  return found
}
