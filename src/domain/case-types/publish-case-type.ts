import { configuredOptions } from '#domain/options/index.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
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
  listWaitingVersions,
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
    teamCodes: teams.map(({ named }) => named),
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
export const publishCaseType = (
  db: Writing,
  definition: unknown,
  now: Date,
): Promise<Publication> => publishFrom(db, definition, { now, from: null })

/** When a definition is published, and from when on it is in force; at once where that is null. */
export interface PublishedFrom {
  readonly now: Date
  readonly from: Date | null
}

/** Publishes a definition, from a moment on where one is given; one version of a case type can wait at a time. */
export async function publishFrom(
  db: Writing,
  definition: unknown,
  { now, from }: PublishedFrom,
): Promise<Publication> {
  const checked = await checkDefinition(db, definition)
  if ('faults' in checked) return checked
  const { caseType } = checked
  const [waiting] = await listWaitingVersions(db, { name: caseType.name })
  if (waiting) return { faults: [waitingFault(waiting)] }
  const [row] = await insertVersion(db, { name: caseType.name, definition, now, from })
  if (!row) throw new Error('The case type was not stored')
  return { caseType: Object.freeze({ ...caseType, ...row }) }
}

const waitingFault = ({ name, version, from }: { name: string; version: number; from: Date }) =>
  `Version ${version} of ${name} waits to be published from ${writeLocalDateTime(from).replace('T', ' ')}: take it back first`
