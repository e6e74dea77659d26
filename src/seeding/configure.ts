import { publishCaseType, type CaseTypeVersion } from '#domain/case-types/index.ts'
import { installPack } from '#domain/packs/index.ts'
import type { Within } from '#platform/owner-transaction.ts'
import type { Writing } from '#platform/statement.ts'
import * as queries from './queries.ts'
import type { Seeds } from './seed-files.ts'
import { teamsFor } from './seed-packs.ts'
import type { Numbers } from './storing.ts'

/** An organisation with its configuration, and nothing else in it yet. */
export interface Configured {
  readonly db: Writing
  readonly numbers: Numbers
  readonly caseTypes: readonly CaseTypeVersion[]
}

/** What the organisation is called, and the number that its next case gets. */
export interface Naming {
  readonly name: string
  readonly title: string
  readonly nextCaseId: number
  readonly settings: Readonly<Record<string, boolean | string>>
}

/** Makes an organisation with the lists, people, case types and reports of the seeds. */
export async function makeOrganisation(
  within: Within,
  { name, title, nextCaseId, settings }: Naming,
  { seeds, now }: { readonly seeds: Seeds; readonly now: Date },
): Promise<Configured> {
  const nobody = await within(0)
  const made = await queries.createOrganisation(nobody, { name, title, nextCaseId })
  const db = await within(made.organisationId)
  await queries.updateSettings(db, { settings })
  await queries.insertOptions(db, seeds.options)
  await queries.insertReports(
    db,
    seeds.reports.map((report) => ({ ...report, source: report.definition.source })),
  )
  const caseTypes: CaseTypeVersion[] = []
  const people = await insertPeople(db, seeds)
  for (const definition of seeds.caseTypes) caseTypes.push(await publish(db, definition, now))
  await installPacks(db, seeds, now)
  for (const definition of seeds.amendedCaseTypes)
    caseTypes.push(await publish(db, definition, now))
  const numbers = { ...people, caseTypes: new Map(caseTypes.map((each) => [each.name, each])) }
  return { db, numbers, caseTypes }
}

async function insertPeople(db: Writing, seeds: Seeds) {
  await queries.insertTeams(db, seeds.teams)
  const teamIds = new Map((await queries.listTeamIds(db, {})).map(({ code, id }) => [code, id]))
  await queries.insertUsers(
    db,
    seeds.users.map(({ team, ...user }) => ({
      ...user,
      address: seeds.organisation.address,
      department: seeds.teams.find(({ code }) => code === team)?.department ?? '',
      teamId: teamIds.get(team) ?? 0,
    })),
  )
  const users = await queries.listUserIds(db, {})
  return { teamIds, userIds: new Map(users.map(({ userName, id }) => [userName, id])) }
}

async function installPacks(db: Writing, { packs, packTeams }: Seeds, now: Date): Promise<void> {
  for (const pack of packs) {
    const teams = teamsFor(pack, packTeams)
    const installed = await installPack(db, pack, { teams, isReplacing: true, by: 'seeding', now })
    if ('faults' in installed)
      throw new Error(
        `The pack ${pack.code} of the seeds is at fault: ${installed.faults.join('; ')}`,
      )
  }
}

async function publish(db: Writing, definition: unknown, now: Date): Promise<CaseTypeVersion> {
  const publication = await publishCaseType(db, definition, now)
  if ('caseType' in publication) return publication.caseType
  throw new Error(`A case type of the seeds is at fault: ${publication.faults.join('; ')}`)
}
