import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { rebuildSearch } from '#domain/search/index.ts'
import type { Address } from '#platform/database.ts'
import { connectAsOwner, type OwnerConnection, type Within } from '#platform/owner-transaction.ts'
import type { Writing } from '#platform/statement.ts'
import { makeOrganisation } from '#seeding/configure.ts'
import * as queries from '#seeding/queries.ts'
import { readSeeds, type Seeds } from '#seeding/seed-files.ts'
import { groundsOf, startClocks, type Grounds } from './volume-clocks.ts'
import * as volume from './volume-queries.ts'
import { toVolumeType } from './volume-type.ts'

/** How many cases an organisation for measurements is to have. */
export interface SeedingVolume {
  readonly owner: Address
  readonly now: Date
  /** The organisation's name; made where it is missing, and filled up where an earlier seeding made it. */
  readonly organisation: string
  readonly cases: number
  /** Told after each batch how many of the cases there are. */
  readonly onProgress?: (done: number) => void
}

/** What it came to: how many cases were made now; the others were there already. */
export interface SeededVolume {
  readonly organisation: string
  readonly made: number
}

/** The organisation is one that people work with: measurements must not be made there. */
export class OrganisationInUse extends Error {
  override name = 'OrganisationInUse'
}

/** Cases that are written in one transaction; an interruption loses no more than those being written. */
const batchSize = 10_000
const connectionCount = 2
const filledTables = [
  'customers',
  'cases',
  'case_parties',
  'case_events',
  'notes',
  'case_stages',
  'case_deadlines',
  'search_entries',
  'name_words',
]

/**
 * Fills an organisation of its own with cases for measurements, up to the number wanted; a seeding that was
 * interrupted goes on where it stopped. Throws OrganisationInUse where the name is another organisation's.
 */
export async function seedVolume(seeding: SeedingVolume): Promise<SeededVolume> {
  const seeds = await readSeeds()
  const connections = await connect(seeding.owner)
  try {
    const [first] = connections
    const plan = await first.transaction((within) => prepare(within, seeds, seeding))
    const made = await fill(connections, plan, seeding)
    if (made > 0) await makeFindable(first, plan)
    return { organisation: seeding.organisation, made }
  } finally {
    await Promise.all(connections.map((connection) => connection.close()))
  }
}

/** Triggers do not see cases that are written so: what can be searched is made from them afterwards. */
async function makeFindable(connection: OwnerConnection, { organisationId }: Plan): Promise<void> {
  await connection.transaction(async (within) => rebuildSearch(await within(organisationId), {}))
  await connection.tidy(filledTables)
}

type Connections = readonly [OwnerConnection, ...OwnerConnection[]]

async function connect(owner: Address): Promise<Connections> {
  const first = await connectAsOwner(owner)
  const others: OwnerConnection[] = []
  while (others.length < connectionCount - 1) others.push(await connectAsOwner(owner))
  return [first, ...others]
}

type Batch = Parameters<typeof volume.insertVolume>[1]
type Material = Omit<Batch, 'first' | 'last'>
interface Plan {
  readonly organisationId: number
  readonly material: Material
  readonly grounds: Grounds
}

async function prepare(within: Within, seeds: Seeds, seeding: SeedingVolume): Promise<Plan> {
  const { organisation: name, cases: total, now } = seeding
  const nobody = await within(0)
  await queries.lockSeeding(nobody, {})
  const known = await queries.findOrganisation(nobody, { name })
  if (known && known.settings['isForMeasurement'] !== true)
    throw new OrganisationInUse(`The organisation ${name} is in use; choose another name`)
  const naming = {
    name,
    title: 'Organisation for measurements',
    nextCaseId: 1,
    settings: { isForMeasurement: true },
  }
  const db = known
    ? await within(known.organisationId)
    : (await makeOrganisation(within, naming, { seeds, now })).db
  await volume.skipCaseNumbers(db, { last: total })
  return {
    organisationId: db.organisationId,
    material: await materialOf(db, seeds, seeding),
    grounds: await groundsOf(db),
  }
}

async function materialOf(db: Writing, seeds: Seeds, { cases: total, now }: SeedingVolume) {
  const caseTypes = await configuredCaseTypes(db)
  const teams = await queries.listTeamIds(db, {})
  const users = await queries.listUserIds(db, {})
  const { firstNames, surnames, streets, towns } = seeds.names
  const teamIds = new Map(teams.map(({ code, id }) => [code, id]))
  return {
    total,
    now,
    firstNames,
    surnames,
    streets,
    towns,
    methods: seeds.wordings.methods,
    notes: Object.values(seeds.lives).flatMap(({ notes }) => notes),
    userIds: users.map(({ id }) => id),
    types: caseTypes
      .filter(({ name }) => seeds.lives[name])
      .map((caseType) => toVolumeType(caseType, seeds, teamIds)),
  }
}

/** Each connection takes the next batch until there is none left, or one has failed. */
async function fill(
  connections: Connections,
  { organisationId, material, grounds }: Plan,
  { cases: total, onProgress }: SeedingVolume,
): Promise<number> {
  let next = 1
  let done = 0
  let made = 0
  const work = async (connection: OwnerConnection) => {
    while (next <= total) {
      const first = next
      next += batchSize
      const batch = { first, last: Math.min(total, first + batchSize - 1) }
      const added = await connection.transaction(async (within) =>
        fillBatch(await within(organisationId), { ...material, ...batch }, grounds),
      )
      made += added
      done += batch.last - first + 1
      onProgress?.(done)
    }
  }
  const stop = (error: unknown) => {
    next = total + 1
    throw error
  }
  const ends = await Promise.allSettled(connections.map((each) => work(each).catch(stop)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return made
}

async function fillBatch(db: Writing, batch: Batch, grounds: Grounds) {
  const { caseId } = await volume.findLastCase(db, batch)
  if (caseId === batch.last) return 0
  await volume.trustReferences(db, {})
  const missing = { ...batch, first: (caseId ?? batch.first - 1) + 1 }
  const rows = await volume.insertVolume(db, missing)
  await startClocks(db, missing, grounds)
  return rows[0]?.count ?? 0
}
