import { caseTypeVersion, type Field } from '#domain/case-types/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import type { Reading } from '#platform/statement.ts'
import { detailFields, type DetailField } from './detail-field.ts'
import { getAnswers } from './detail-queries.ts'

/** The form of a case with what it says now, and who changed details last. */
export interface DetailsOfCase {
  readonly fields: readonly DetailField[]
  readonly changedBy: string | null
  readonly changedAt: Date | null
}

/** The form of a case that is there, or the fields of those ids alone. */
export async function detailsOfCase(
  db: Reading,
  caseId: number,
  only?: readonly string[],
): Promise<DetailsOfCase> {
  const { attributes, changedBy, changedAt, ...version } = await getAnswers(db, { caseId })
  const { fields, sections } = await caseTypeVersion(db, version)
  // what is asked for by name is asked for whatever the others hold
  const wanted = only
    ? { fields: fields.filter(({ id }) => only.includes(id)).map(unconditional) }
    : { fields, sections }
  const shown = detailFields(wanted, attributes, await configuredOptions(db))
  return { fields: shown, changedBy, changedAt }
}

const unconditional = ({ when: _when, section: _section, ...field }: Field): Field => field
