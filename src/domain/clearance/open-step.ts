import { versionSeen } from '#domain/seen/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { shortText } from '#kernel/kinds.ts'
import type { Subject } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase, type Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { findAnswer } from './answer-queries.ts'
import { admissionOf, type Admission } from '#domain/clearers/index.ts'
import { findOpenStep, listMembersFor, type OpenStep } from './clearance-queries.ts'
import {
  answersClosed,
  noClearance,
  notInTeam,
  ownDraft,
  clearanceMovedOn,
  unknownAnswer,
} from './errors.ts'

/** The parameters that say which step of which answer's clearance is taken. */
export const stepParameters = {
  answer: required(numberInCase, 'The answer'),
  version: versionSeen,
  step: required(shortText, 'The step'),
}

/** What taking a step may be refused with. */
export const stepErrors = [
  unknownCase,
  answersClosed,
  unknownAnswer,
  noClearance,
  clearanceMovedOn,
  notInTeam,
  ownDraft,
] as const

interface Taking {
  readonly db: Reading
  readonly actor: Actor
  readonly now: Date
  readonly subject: Subject
  readonly input: { readonly answer: number; readonly version: number; readonly step: string }
  readonly refuse: (kind: (typeof stepErrors)[number]) => Refusal
}

interface Asking {
  readonly teamId: number
  readonly authors: readonly number[]
}

/** Says whether somebody may take a step of that team over an answer of those authors, on the day. */
export async function mayTake(
  { db, actor, now }: Pick<Taking, 'db' | 'actor' | 'now'>,
  { teamId, authors }: Asking,
): Promise<Admission> {
  if (actor.kind !== 'user') return { isAdmitted: false, because: 'not in team' }
  const asked = { teamId, userId: actor.id, today: writeLocalDate(now) }
  const members = await listMembersFor(db, asked)
  return admissionOf({ userId: actor.id, members, authors: new Set(authors) })
}

/** A step that somebody takes: who wrote the answer, and in whose place it is taken. */
export interface StepTaken extends OpenStep {
  readonly authors: readonly number[]
  readonly onBehalfOf: number | null
}

/** The open step, and in whose place the actor takes it; refuses whoever may not take it. */
export async function stepToTake(task: Taking): Promise<StepTaken> {
  const { db, subject, input, refuse } = task
  if (subject.isClosed) throw refuse(answersClosed)
  const named = { caseId: subject.caseId, answer: input.answer }
  const answer = await findAnswer(db, named)
  if (!answer) throw refuse(unknownAnswer)
  const open = await findOpenStep(db, named)
  if (!open) throw refuse(noClearance)
  if (!isSeen(open, input)) throw refuse(clearanceMovedOn)
  const { authors } = answer
  const admission = await mayTake(task, { teamId: open.teamId, authors })
  if (!admission.isAdmitted) throw refuse(refusalFor(admission.because))
  return { ...open, authors, onBehalfOf: admission.onBehalfOf?.userId ?? null }
}

const isSeen = ({ step, version }: OpenStep, input: Taking['input']): boolean =>
  step === input.step && version === input.version

const refusalFor = (because: 'own draft' | 'not in team') =>
  because === 'own draft' ? ownDraft : notInTeam
