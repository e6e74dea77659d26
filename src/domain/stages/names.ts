import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { letterNames } from '#domain/letters/index.ts'
import type { FurtherNames } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'

/** What the fields of a case type and the organisation's letters are called. */
export async function namesOfCase(db: Reading, { fields }: CaseTypeVersion): Promise<FurtherNames> {
  return {
    fields: new Map(fields.map(({ id, label }) => [id, label])),
    letters: await letterNames(db),
  }
}
