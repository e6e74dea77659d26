import type { Actor } from '#kernel/actor.ts'
import type { Reading } from '#platform/statement.ts'
import { listDocumentsOf, listLettersOf, listNotesOf } from './paper-queries.ts'
import { listMerges } from './queries.ts'

const nothing = { notes: [], documents: [], letters: [] } as const

/**
 * The cases that went into a case and the one that it went into, and the notes, documents and letters of those that
 * went into it, each with the number of its own case; files and letters for somebody who may see them.
 */
export async function mergingOf(db: Reading, { permissions }: Actor, caseId: number) {
  const merges = await listMerges(db, { caseId })
  const takenIn = merges.filter(({ isIntoOther }) => !isIntoOther)
  const caseIds = takenIn.flatMap(({ otherCase }) => otherCase ?? [])
  const papers = caseIds.length === 0 ? nothing : await papersOf(db, permissions, caseIds)
  return { takenIn, goneInto: merges.find(({ isIntoOther }) => isIntoOther), ...papers }
}

async function papersOf(
  db: Reading,
  permissions: Actor['permissions'],
  caseIds: readonly number[],
) {
  const [notes, documents, letters] = await Promise.all([
    listNotesOf(db, { caseIds }),
    permissions.has('case.document.view') ? listDocumentsOf(db, { caseIds }) : [],
    permissions.has('case.correspondence.view') ? listLettersOf(db, { caseIds }) : [],
  ])
  return { notes, documents, letters }
}
