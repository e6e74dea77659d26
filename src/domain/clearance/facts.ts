import type { Reading } from '#platform/statement.ts'
import { getClearance } from './clearance-queries.ts'

/** How the answers of a case stand, as conditions ask for it. */
export interface ClearanceFacts {
  /** The case has an answer, and each that is to be sent is cleared as it reads now: 'clearance given'. */
  readonly isCleared: boolean
  /** An answer that was put to a chain is not cleared as it reads now; else 'clearance settled' holds. */
  readonly isClearanceOpen: boolean
}

/** How the answers of a case stand; those that were dropped do not count. */
export async function clearanceFacts(db: Reading, caseId: number): Promise<ClearanceFacts> {
  const { answers, uncleared, open } = await getClearance(db, { caseId })
  return { isCleared: answers > 0 && uncleared === 0, isClearanceOpen: open > 0 }
}
