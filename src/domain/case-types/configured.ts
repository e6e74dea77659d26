import type { Reading } from '#platform/statement.ts'
import type { CaseTypeVersion } from './case-type.ts'
import { parseCaseType } from './parse-case-type.ts'
import { findVersion, listCurrentVersions, listTeams, listWaitingVersions } from './queries.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findVersion>>>

/** A stored definition as a case type. It was checked before it was stored, so a fault in it is ours. */
function toCaseType({ caseTypeId, version, name, definition }: Row): CaseTypeVersion {
  const parsed = parseCaseType(definition)
  if ('caseType' in parsed) return Object.freeze({ ...parsed.caseType, caseTypeId, version })
  throw new Error(`The stored case type ${name} is unusable: ${parsed.faults.join('; ')}`)
}

/** The case types of the organisation that are in force, kept until they change. */
export const configuredCaseTypes = (db: Reading): Promise<readonly CaseTypeVersion[]> =>
  inForce(db).then(({ types }) => types)

/** The case types in force, until the moment at which the next version takes the place of one. */
const inForce = (db: Reading) =>
  db.memory.remember(
    'case types',
    async () => {
      const [rows, [next]] = await Promise.all([
        listCurrentVersions(db, {}),
        listWaitingVersions(db, { name: null }),
      ])
      return Object.freeze({ types: Object.freeze(rows.map(toCaseType)), changesAt: next?.from })
    },
    ({ changesAt }) => changesAt,
  )

/** The version of a case type under which a case was opened; it must exist. */
export const caseTypeVersion = (
  db: Reading,
  { caseTypeId, version }: { readonly caseTypeId: number; readonly version: number },
): Promise<CaseTypeVersion> =>
  db.memory.remember(`case type ${caseTypeId} version ${version}`, async () => {
    const row = await findVersion(db, { caseTypeId, version })
    if (!row) throw new Error('A case has a case type that does not exist')
    return toCaseType(row)
  })

export interface Team {
  readonly teamId: number
  readonly code: string
  readonly name: string
}

/** Finds a team of the organisation by its code, whatever the case and the space around it; its heir where it is retired. */
export async function teamFinder(db: Reading): Promise<(code: string) => Team | undefined> {
  const teams = await db.memory.remember(
    'teams',
    async () =>
      new Map((await listTeams(db, {})).map((team) => [team.named.toLowerCase(), team] as const)),
  )
  return (code) => teams.get(code.trim().toLowerCase())
}
