import type { Reading } from '#platform/statement.ts'
import { factsOf, type InformationFacts } from './lacking.ts'
import { listClaimed, listParts } from './part-queries.ts'

/** What is lacking before the answer to a request for information may be sent. */
export async function informationFacts(db: Reading, caseId: number): Promise<InformationFacts> {
  const [parts, claimed] = await Promise.all([
    listParts(db, { caseId }),
    listClaimed(db, { caseId }),
  ])
  return factsOf(parts, claimed)
}
