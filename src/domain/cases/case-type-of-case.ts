import { caseTypeVersion, type CaseTypeVersion } from '#domain/case-types/index.ts'
import type { Reading } from '#platform/statement.ts'
import { findCaseTypeOfCase } from './queries.ts'

/** The case type as it was when the case was opened, and the code of the team that has the case. */
export async function caseTypeOfCase(
  db: Reading,
  caseId: number,
): Promise<{ readonly caseType: CaseTypeVersion; readonly team: string | undefined }> {
  const found = await findCaseTypeOfCase(db, { caseId })
  if (!found) throw new Error('A case that was found has gone')
  return { caseType: await caseTypeVersion(db, found), team: found.team ?? undefined }
}
