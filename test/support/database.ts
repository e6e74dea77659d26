import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { systemClock, type Clock } from '#platform/clock.ts'
import { configurationMemory } from '#platform/configuration-memory.ts'
import { openDatabase, type Address, type Database } from '#platform/database.ts'

export const templateDatabase = process.env['CASEWRIGHT_TEST_TEMPLATE'] ?? 'casewright_template'

/** The PostgreSQL that `npm test` has started. */
export function serverAddress(): Address {
  const host = process.env['CASEWRIGHT_TEST_POSTGRES']
  if (!host) throw new Error('Run tests with: npm test, or npm test -- FILE …')
  return { host }
}

/** A fresh copy of the migrated database, and the ways into it. */
export interface TestDatabase {
  readonly database: Database
  /** As the application's role. */
  readonly address: Address
  /** As the owner, who passes every row-level policy. */
  readonly owner: Address
  /** As the server's superuser. */
  readonly superuser: Address
  /** Runs SQL as the owner; what it changes of the configuration is known to the database at once. */
  sql(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Clones the migrated template database. Close it when done. */
export async function testDatabase(clock: Clock = systemClock): Promise<TestDatabase> {
  const server = serverAddress()
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const superuser = { ...server, user: 'postgres', database: name }
  await asSuperuser(`create database ${name} template ${templateDatabase} owner casewright_owner`)
  const owner = { ...server, user: 'casewright_owner', database: name }
  const address = { ...server, user: 'casewright', database: name }
  const memory = configurationMemory(clock)
  const database = openDatabase(address, clock, memory)
  const ownerPool = new pg.Pool({ ...owner, max: 2 })
  ownerPool.on('error', () => {}) // a connection may still be closing when its database is dropped
  return Object.freeze<TestDatabase>({
    database,
    address,
    owner,
    superuser,
    async sql(text, values = []) {
      const { rows } = await ownerPool.query(text, [...values])
      memory.forgetAll()
      return rows
    },
    async close() {
      await database.close()
      await ownerPool.end()
      await asSuperuser(`drop database ${name} with (force)`)
    },
  })
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ ...serverAddress(), user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
