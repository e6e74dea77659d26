import { configuredOptions } from '#domain/options/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import type { CaseTypeVersion } from './case-type.ts'
import { checkParsed } from './check-case-type.ts'
import { parseCaseType, type ParsedCaseType } from './parse-case-type.ts'
import {
  getPeopleNamed,
  insertVersion,
  listCurrentVersions,
  listTeams,
  listTemplates,
} from './queries.ts'

/** A case type as it is exported, and imported again. */
export interface ExportedCaseType {
  readonly name: string
  readonly version: number
  readonly definition: unknown
}

/** The current definitions of all case types, or of the one of that name, as they were published. */
export async function exportCaseTypes(
  db: Reading,
  name?: string,
): Promise<readonly ExportedCaseType[]> {
  const rows = await listCurrentVersions(db, {})
  return rows
    .filter((row) => name === undefined || row.name.toLowerCase() === name.trim().toLowerCase())
    .map(({ name: itsName, version, definition }) => ({ name: itsName, version, definition }))
}

/** What publishing came to: the case type as stored, or all faults of its definition. */
export type Publication =
  { readonly caseType: CaseTypeVersion } | { readonly faults: readonly string[] }

/** Reads a definition and checks it against the organisation: a case type that could be published, or all faults. */
export async function checkDefinition(db: Reading, definition: unknown): Promise<ParsedCaseType> {
  const parsed = parseCaseType(definition)
  const caseType = 'caseType' in parsed ? parsed.caseType : parsed.rest?.caseType
  if (!caseType) return parsed
  const [teams, templates, people, { all: options }, stored] = await Promise.all([
    listTeams(db, {}),
    listTemplates(db, {}),
    getPeopleNamed(db, {}),
    configuredOptions(db),
    listCurrentVersions(db, {}),
  ])
  const others = stored
    .filter(({ name }) => name.toLowerCase() !== caseType.name.toLowerCase())
    .map((row) => parseCaseType(row.definition))
    .flatMap((other) => ('caseType' in other ? [other.caseType] : []))
  const faults = checkParsed(parsed, {
    teamCodes: teams.map(({ code }) => code),
    templateCodes: templates.map(({ code }) => code),
    ...people,
    options,
    others,
  })
  return faults.length > 0 ? { faults } : parsed
}

/**
 * Publishes a definition as the current version; cases that are open keep the version they were opened
 * under. Nothing is stored where there is a fault.
 */
export async function publishCaseType(
  db: Writing,
  definition: unknown,
  now: Date,
): Promise<Publication> {
  const checked = await checkDefinition(db, definition)
  if ('faults' in checked) return checked
  const { caseType } = checked
  const [row] = await insertVersion(db, { name: caseType.name, definition, now })
  if (!row) throw new Error('The case type was not stored')
  return { caseType: Object.freeze({ ...caseType, ...row }) }
}
