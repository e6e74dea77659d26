import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { standingOf } from '#domain/stages/index.ts'
import type { Reading } from '#platform/statement.ts'
import { mappedFields } from './mapping.ts'
import { furtherIn, ratingUnder } from './carried.ts'
import { getFormer } from './queries.ts'

/** What of a case fits a type by itself. */
export interface Former {
  readonly isConfidential: boolean
  readonly rating: string | null
  /** By field: what has the same name there and fits, and what is kept beside the form. */
  readonly answers: Readonly<Record<string, unknown>>
}

/** Finds what of a case fits a type by itself; the type may be its own. */
export async function formerOf(db: Reading, caseId: number, to: CaseTypeVersion): Promise<Former> {
  const [{ caseType: from }, { attributes, rating, isConfidential }, options] = await Promise.all([
    standingOf(db, caseId),
    getFormer(db, { caseId }),
    configuredOptions(db),
  ])
  const fitting = mappedFields({ from, to, attributes, options }).flatMap(
    ({ goes, value, fitting: fields }) =>
      fields.some(({ id }) => id === goes) ? [[goes, value] as const] : [],
  )
  return {
    isConfidential,
    rating: ratingUnder(to, rating),
    answers: { ...furtherIn(attributes, from), ...Object.fromEntries(fitting) },
  }
}
