import { publishCaseType, type CaseTypeVersion } from '#domain/case-types/index.ts'
import type { Address } from '#platform/database.ts'
import { documentStore, type DocumentStore } from '#platform/files/document-store.ts'
import { connectAsOwner, type Within } from '#platform/owner-transaction.ts'
import type { Writing } from '#platform/statement.ts'
import { generateDemo } from './generate-demo.ts'
import * as queries from './queries.ts'
import { readSeeds, type Seeds } from './seed-files.ts'
import { storeDemo } from './store-demo.ts'
import type { Numbers } from './storing.ts'

/** Where to make the demonstration organisation, and when it is now. */
export interface SeedingDemo {
  readonly owner: Address
  /** The directory of the document store. */
  readonly documents: string
  readonly now: Date
}

/** What seeding came to: the organisation's name, and the cases made; none where it was there already. */
export interface SeededDemo {
  readonly organisation: string
  readonly isNew: boolean
  readonly cases: number
}

/** Makes the demonstration organisation, whole or not at all; where it exists it stays as it is. */
export async function seedDemo({ owner, documents, now }: SeedingDemo): Promise<SeededDemo> {
  const seeds = await readSeeds()
  const store = await documentStore(documents)
  const connection = await connectAsOwner(owner)
  try {
    return await connection.transaction((within) => make(within, { seeds, store, now }))
  } finally {
    await connection.close()
  }
}

interface Making {
  readonly seeds: Seeds
  readonly store: DocumentStore
  readonly now: Date
}

async function make(within: Within, { seeds, store, now }: Making): Promise<SeededDemo> {
  const { name, title, nextCaseId, settings } = seeds.organisation
  const nobody = await within(0)
  await queries.lockSeeding(nobody, {})
  if (await queries.findOrganisation(nobody, { name }))
    return { organisation: name, isNew: false, cases: 0 }
  const made = await queries.createOrganisation(nobody, { name, title, nextCaseId })
  const db = await within(made.organisationId)
  await queries.updateSettings(db, { settings })
  const { numbers, caseTypes } = await configure(db, seeds, now)
  const demo = generateDemo({ seeds, caseTypes, now })
  await storeDemo(demo, { db, documents: store, numbers })
  return { organisation: name, isNew: true, cases: demo.caseFiles.length }
}

async function configure(db: Writing, seeds: Seeds, now: Date) {
  await queries.insertOptions(db, seeds.options)
  await queries.insertReports(
    db,
    seeds.reports.map(({ id, ...report }) => ({ reportId: id, ...report })),
  )
  await queries.insertTeams(db, seeds.teams)
  const teamIds = new Map((await queries.listTeamIds(db, {})).map(({ code, id }) => [code, id]))
  await queries.insertUsers(db, seeds.users.map(toUser(seeds, teamIds)))
  const users = await queries.listUserIds(db, {})
  const caseTypes: CaseTypeVersion[] = []
  for (const definition of seeds.caseTypes) caseTypes.push(await published(db, definition, now))
  const numbers: Numbers = {
    teamIds,
    userIds: new Map(users.map(({ userName, id }) => [userName, id])),
    caseTypes: new Map(caseTypes.map((caseType) => [caseType.name, caseType])),
  }
  return { numbers, caseTypes }
}

const toUser =
  ({ teams, organisation }: Seeds, teamIds: ReadonlyMap<string, number>) =>
  ({ team, ...user }: Seeds['users'][number]) => ({
    ...user,
    address: organisation.address,
    department: teams.find(({ code }) => code === team)?.department ?? '',
    teamId: teamIds.get(team) ?? 0,
  })

async function published(db: Writing, definition: unknown, now: Date): Promise<CaseTypeVersion> {
  const publication = await publishCaseType(db, definition, now)
  if ('caseType' in publication) return publication.caseType
  throw new Error(`A case type of the seeds is at fault: ${publication.faults.join('; ')}`)
}
