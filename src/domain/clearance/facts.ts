import type { Reading } from '#platform/statement.ts'
import { getClearance } from './clearance-queries.ts'

/**
 * Says whether the condition 'clearance given' holds: the case has an answer, and each that is to be sent is
 * cleared as it reads now.
 */
export async function isClearanceGiven(db: Reading, caseId: number): Promise<boolean> {
  const { answers, uncleared } = await getClearance(db, { caseId })
  return answers > 0 && uncleared === 0
}
