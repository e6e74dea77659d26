import { getSecrecy, mayKnow, rightsIn } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Writing } from '#platform/statement.ts'
import { insertNotices, listClearers, type Member } from './queries.ts'

/** Somebody who would take a step: who they are, in whose place they may act, and who wrote the answer. */
export interface Candidate {
  readonly userId: number
  /** Of the step's team: the person, and those for whom they stand in; the person first. */
  readonly members: readonly Member[]
  readonly authors: ReadonlySet<number>
}

/** Whether somebody may take a step, and in whose place; else why not. */
export type Admission =
  | { readonly isAdmitted: true; readonly onBehalfOf: Member | undefined }
  | { readonly isAdmitted: false; readonly because: 'own draft' | 'not in team' }

/**
 * Says whether somebody may clear or return an answer. Nobody clears what they wrote, whichever of its
 * wordings that was; nor does whoever stands in for somebody who wrote it.
 */
export function admissionOf({ userId, members, authors }: Candidate): Admission {
  if (members.length === 0) return { isAdmitted: false, because: 'not in team' }
  if (authors.has(userId)) return { isAdmitted: false, because: 'own draft' }
  const member = members.find((each) => !authors.has(each.userId))
  if (!member) return { isAdmitted: false, because: 'own draft' }
  return { isAdmitted: true, onBehalfOf: member.userId === userId ? undefined : member }
}

/** An answer that has reached a step of a team. */
export interface Reached {
  readonly caseId: number
  readonly answer: number
  readonly authors: readonly number[]
  readonly teamId: number
}

/** Gives notice to everybody who may clear an answer at the step that it has reached, but not to who sent it there. */
export async function tellClearers(
  db: Writing,
  { caseId, answer, authors, teamId }: Reached,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const [clearers, rights, secrecy] = await Promise.all([
    listClearers(db, { teamId, today: writeLocalDate(now) }),
    rightsIn(db),
    getSecrecy(db, { caseId }),
  ])
  const told = clearers.filter(({ userId, role, members }) => {
    const may = rights.of({ userId, role })
    const asked = { userId, members, authors: new Set(authors) }
    return (
      may.has('case.view') &&
      may.has('case.answer.clear') &&
      mayKnow(secrecy, userId, may) &&
      admissionOf(asked).isAdmitted
    )
  })
  const userIds = told
    .map(({ userId }) => userId)
    .filter((userId) => actor.kind !== 'user' || userId !== actor.id)
  if (userIds.length > 0) void insertNotices(db, { caseId, answer, userIds, now })
}
