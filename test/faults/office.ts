import { createSecretKey, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { publishCaseType } from '#domain/case-types/index.ts'
import { makeApiKey } from '#domain/api-keys/index.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase, type Address, type Database } from '#platform/database.ts'
import { findRunningPostgres } from '#platform/embedded-postgres/index.ts'
import { deriveKey } from '#platform/sealed-box.ts'
import type { Credentials } from './caller.ts'

/** The ways into the database of an installation. */
export interface Ways {
  readonly application: Address
  readonly owner: Address
}

const master = randomBytes(32)

/** What lets the program and these tests seal secrets under the same key. */
export const masterKey = { CASEWRIGHT_MASTER_KEY: master.toString('base64') }

/** The ways into the embedded database of a data directory that is served. */
export function waysInto(directory: string): Ways {
  const host = findRunningPostgres(join(directory, 'postgres'))?.socketDirectory
  if (host === undefined) throw new Error(`No PostgreSQL serves ${directory}`)
  const database = 'casewright'
  return {
    application: { host, database, user: 'casewright' },
    owner: { host, database, user: 'casewright_owner' },
  }
}

/** Runs SQL as the owner, over a connection of its own. */
export async function ask(
  { owner }: Ways,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Works with the database as the application does, and closes it. */
export async function withDatabase<T>(
  { application }: Ways,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase({ ...application, max: 2 }, systemClock)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** An organisation to make cases in. */
export interface Office extends Credentials {
  readonly organisationId: number
}

/** Makes an organisation with a case type that has everything a case can begin with, and a key pair. */
export async function makeOffice(ways: Ways): Promise<Office> {
  const organisation = 'office'
  const [made] = await ask(ways, `select create_organisation($1, 'Office', 1) as id`, [
    organisation,
  ])
  const organisationId = Number(made?.['id'])
  await ask(
    ways,
    `with listed as (
       insert into options (organisation_id, list, value)
       values ($1, 'parameter', 'Customer.Gender'), ($1, 'gender', 'Woman')
     )
     insert into teams (organisation_id, code, name) values ($1, 'ROADS', 'Roads')`,
    [organisationId],
  )
  return withDatabase(ways, async (database) => {
    const published = await database.write(organisationId, (db) =>
      publishCaseType(db, complaint, new Date()),
    )
    if ('faults' in published) throw new Error(published.faults.join(' '))
    return { organisation, organisationId, ...(await makePair(database, organisationId)) }
  })
}

/** Makes a further key pair for an organisation. */
export function makePair(database: Database, organisationId: number) {
  return makeApiKey(database, deriveKey(createSecretKey(master), 'api key secrets'), {
    organisationId,
    name: 'Website',
    permittedAddresses: [],
    now: new Date(),
  })
}

const complaint = {
  name: 'Complaint',
  label: 'Complaint',
  synonyms: [],
  form: 'Complaint',
  team: 'ROADS',
  stages: [{ stage: 1, name: 'Stage 1', days: 10, unit: 'calendar' }],
  tasks: [{ code: 'ACK', title: 'Acknowledge', dueInDays: 3 }],
  fields: [{ id: 'Details', label: 'What happened', kind: 'long text' }],
}
