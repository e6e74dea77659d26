import { changedMeanwhile, conflict, versionSeen } from '#domain/seen/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { longText, text } from '#kernel/kinds.ts'
import type { Subject } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase, type Flaw, type Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { answerDropped, answersClosed, unknownAnswer } from './errors.ts'
import { findAnswer, type Answer } from './answer-queries.ts'

/** The parameters that word an answer. */
export const wordingParameters = {
  title: required(text({ max: 200 }), 'A title for the answer'),
  body: required(longText, 'The answer'),
}

/** The parameters that say which answer is meant, and which version of it was seen. */
export const answerParameters = {
  answer: required(numberInCase, 'The answer'),
  version: versionSeen,
}

/** The number of the person who writes; null where it is a program. */
export const authorId = ({ kind, id }: Actor): number | null => (kind === 'user' ? id : null)

/** May somebody take an answer back from those who clear it: do they write it, or have the case? */
export const mayWithdraw = (
  actor: Actor,
  { authors }: Pick<Answer, 'authors'>,
  holderId: number | null,
): boolean => actor.kind === 'user' && (authors.includes(actor.id) || actor.id === holderId)

/** What every change of an answer may be refused with. */
export const answerErrors = [
  unknownCase,
  answersClosed,
  unknownAnswer,
  answerDropped,
  changedMeanwhile,
] as const

interface Changing {
  readonly db: Reading
  readonly subject: Subject
  readonly input: { readonly answer: number; readonly version: number }
  readonly refuse: (kind: (typeof answerErrors)[number], flaws?: readonly Flaw[]) => Refusal
}

/** The answer to be changed, if its case is open and nobody has changed it since it was seen; else refuses. */
export async function answerToChange(task: Changing): Promise<Answer> {
  const { db, subject, input, refuse } = task
  if (subject.isClosed) throw refuse(answersClosed)
  const found = await findAnswer(db, { caseId: subject.caseId, answer: input.answer })
  if (!found) throw refuse(unknownAnswer)
  if (found.isDropped) throw refuse(answerDropped)
  if (found.version !== input.version) throw refuse(changedMeanwhile, conflict)
  return found
}
