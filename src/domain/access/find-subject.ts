import type { Sought, Subject } from '#kernel/operation.ts'
import type { Reading } from '#platform/statement.ts'
import {
  findCaseByNumber,
  findCaseByReference,
  lockCaseByNumber,
  lockCaseByReference,
} from './queries.ts'

/** The case that is named, if the transaction's reader may know of it; the number decides where both are sent. */
export async function findSubject(db: Reading, sought: Sought): Promise<Subject | undefined> {
  const { caseId, externalId } = sought.reference
  if (caseId !== undefined) {
    const findOne = sought.isWriting ? lockCaseByNumber : findCaseByNumber
    return findOne(db, { caseId })
  }
  if (externalId === undefined) return undefined
  const findOne = sought.isWriting ? lockCaseByReference : findCaseByReference
  return findOne(db, { externalId })
}
