import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Address } from './database.ts'
import { missingRoles, rolesSql } from './roles.ts'

const directory = new URL('../../migrations/', import.meta.url)
const lockKey = 7_236_451

/** The names of all migrations this program knows, in order. */
export async function knownMigrations(): Promise<readonly string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted()
}

/** The names of migrations that the database has not had yet. */
export async function pendingMigrations(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows: exists } = await client.query<{ at: string | null }>(
    `select to_regclass('public.migrations') as at`,
  )
  const applied = exists[0]?.at
    ? (await client.query<{ name: string }>('select name from migrations')).rows
    : []
  const done = new Set(applied.map(({ name }) => name))
  return (await knownMigrations()).filter((name) => !done.has(name))
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(new URL(name, directory), 'utf8')
  await client.query('begin')
  try {
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query(sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed`, { cause: error })
  }
}

async function applyAll(client: pg.Client, only?: readonly string[]): Promise<readonly string[]> {
  await client.query(
    `create table if not exists migrations (name text primary key, applied_at timestamptz not null default now());
     grant select on migrations to casewright`,
  )
  const pending = (await pendingMigrations(client)).filter((name) => only?.includes(name) ?? true)
  for (const name of pending) await apply(client, name)
  return pending
}

/**
 * As the owner: brings the database up to date, or only so far as the migrations named; two at once one
 * after the other. Returns the names of what was applied; throws with the SQL to run when roles are missing.
 */
export async function migrate(
  owner: Address,
  only?: readonly string[],
): Promise<readonly string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const missing = await missingRoles(client)
    if (missing.length > 0)
      throw Object.assign(
        new Error(`The server lacks roles. As a superuser run:\n${rolesSql(missing)}`),
        { isForOperator: true },
      )
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await migrateJobTables(owner)
    return await applyAll(client, only)
  } finally {
    await client.end()
  }
}

/** As the application: throws a sentence for the operator unless the database has all migrations. */
export async function refuseUnlessMigrated(application: Address): Promise<void> {
  const client = new pg.Client(application)
  await client.connect()
  try {
    const pending = await pendingMigrations(client)
    if (pending.length === 0) return
    const message = `The database lacks ${pending.length} migration${pending.length === 1 ? '' : 's'}. With DATABASE_OWNER_URL set, run: casewright migrate`
    throw Object.assign(new Error(message), { isForOperator: true })
  } finally {
    await client.end()
  }
}

async function migrateJobTables(owner: Address): Promise<void> {
  const pgPool = new pg.Pool({ ...owner, max: 2 })
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  try {
    const { runMigrations } = await import('graphile-worker') // it takes its time to read
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
}
