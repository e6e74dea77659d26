import type { KeyObject } from 'node:crypto'
import { handInAnswers } from '#domain/equality/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { TryAgain } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { insertCase } from './arrival-queries.ts'
import { caseNumberTaken } from './errors.ts'
import { givenOut, tellGivenOut } from './given-out.ts'
import { newCase, type Application, type NewCase } from './new-case.ts'
import { findCaseByExternalId, lockExternalId } from './queries.ts'

/** What a call came to: the case, and the documents that came with it. */
export interface CreatedCase {
  readonly caseId: number
  /** The code of the team that has it. */
  readonly team: string | undefined
  readonly organisation: string | undefined
  readonly documentIds: readonly number[]
}

/**
 * Opens the case that a call asks for, in one statement, and one more for equality answers where some were
 * given; a case type that gives its cases out by rules asks who is there before, and tells them afterwards. Where the case type says so, a repeat of an ExternalId gets the case that is there. Refuses a
 * number that is another case's.
 */
export async function openCase(
  db: Writing,
  application: Application,
  equalityKey: KeyObject,
): Promise<CreatedCase> {
  const { organisation } = application.caseType
  const earlier = await findRepeat(db, application)
  if (earlier)
    return {
      caseId: earlier.caseId,
      team: earlier.team ?? undefined,
      organisation,
      documentIds: [],
    }
  const opened = await givenOut(db, application, newCase(application))
  const { caseId, people, documentIds } = await insert(db, opened)
  tellGivenOut(db, caseId, opened)
  for (const { person, customerId } of people) {
    const answers = opened.people[person]?.equality ?? []
    void handInAnswers(db, { equalityKey, customerId, answers })
  }
  return { caseId, team: opened.team?.code, organisation, documentIds }
}

async function findRepeat(db: Writing, { input, caseType }: Application) {
  if (!caseType.isExternalIdUnique || input.externalId === undefined) return undefined
  const sought = { caseTypeId: caseType.caseTypeId, externalId: input.externalId }
  // both travel together; the second looks only when the first has the lock
  const [, earlier] = await Promise.all([
    lockExternalId(db, sought),
    findCaseByExternalId(db, sought),
  ])
  return earlier
}

async function insert(db: Writing, { row }: NewCase) {
  const [inserted] = await insertCase(db, row)
  if (inserted) return inserted
  if (row.requestId !== null) throw new Refusal(caseNumberTaken)
  throw new TryAgain('A number was used by a case that was opened at the same moment')
}
