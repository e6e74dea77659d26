import type { KeyObject } from 'node:crypto'
import { Readable } from 'node:stream'
import pg from 'pg'
import type { Address } from '#platform/database.ts'
import type { DocumentStore } from '#platform/files/document-store.ts'
import { knownMigrations, migrate } from '#platform/migrate.ts'
import type { Writing } from '#platform/statement.ts'
import {
  BackupRefused,
  documentFolder,
  tableFolder,
  type BackupHead,
  type BackupManifest,
  type BackupSequence,
} from './format.ts'
import { provesKey } from './key-proof.ts'
import { checkBackup, documentIn, entriesOf, tableIn, type CheckedBackup } from './read-backup.ts'
import { rebuildSchema } from './rebuild-schema.ts'
import { spelling } from './snapshot.ts'
import { quoted, tableLoader, tablesIn, type TableLoader } from './table-loader.ts'

/** What is restored, and where to. */
export interface RestorePlan {
  readonly file: string
  readonly owner: Address
  readonly documents: DocumentStore
  readonly masterKey: KeyObject
  /** Writes into each organisation's audit that it was restored. */
  readonly recordIn?: (db: Writing) => Promise<unknown>
  /** Done when all is restored, just before it counts. */
  readonly beforeCommit?: () => Promise<void>
}

/** What a restored backup came to. */
export interface Restoration {
  readonly madeAt: string
  readonly manifest: BackupManifest
  /** Migrations that the backup did not have yet. */
  readonly applied: readonly string[]
}

/**
 * Restores a backup into an installation without organisations: everything or nothing. Raises BackupRefused, with
 * nothing written, where the file is not whole, the installation is in use or another master key is needed.
 */
export async function restoreBackup(plan: RestorePlan): Promise<Restoration> {
  const { head, manifest } = await checkBackup(plan.file)
  await refuseUnknownMigrations(head)
  if (!provesKey(plan.masterKey, head.keyProof)) throw otherKey()
  const client = new pg.Client(plan.owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseUsed(client)
    await rebuildSchema(plan.owner, client, head.migrations)
    await client.query(`begin; ${spelling}`)
    await fill(plan, client, { head, manifest })
    await plan.beforeCommit?.()
    await client.query('commit')
  } finally {
    await client.end()
  }
  return { madeAt: head.madeAt, manifest, applied: await migrate(plan.owner) }
}

async function refuseUnknownMigrations({ migrations }: BackupHead): Promise<void> {
  const known = await knownMigrations()
  const unknown = migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new BackupRefused(
      `The backup was made by a newer version of Casewright (this one lacks ${unknown.join(', ')}); restore it with that version.`,
    )
}

const otherKey = (): BackupRefused =>
  new BackupRefused(
    'The backup was made under another master key, without which its secrets cannot be opened: give the file of that key with --key-file, or set CASEWRIGHT_MASTER_KEY to it; nothing was written.',
  )

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select name from organisations order by name limit 3',
  )
  if (rows.length > 0)
    throw new BackupRefused(
      `A backup is restored into an empty installation only, and this one holds ${rows.map(({ name }) => name).join(', ')}: set DATA_DIR to a new directory (or DATABASE_URL to a new database); nothing was written.`,
    )
}

async function fill(
  plan: RestorePlan,
  client: pg.Client,
  { head, manifest }: CheckedBackup,
): Promise<void> {
  const tables = tablesIn(head)
  for (const table of tables.values()) await client.query(`lock table ${quoted(table)}`)
  await refuseUsed(client)
  const walls = await lowerWalls(client)
  for (const table of head.tables.toReversed()) await client.query(`delete from ${quoted(table)}`)
  await load(plan, tableLoader(client, { head, manifest }), manifest)
  for (const wall of walls) {
    await client.query(`alter table ${wall} force row level security`)
    await client.query(`alter table ${wall} enable trigger user`)
  }
  for (const sequence of head.sequences) await setSequence(client, sequence)
  await releaseJobs(client)
  await record(plan, client)
}

/**
 * COPY refuses a table whose wall stands before its owner too; while this transaction lasts, its lock keeps
 * everybody else out.
 */
async function lowerWalls(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ wall: string }>(
    `select format('%I.%I', n.nspname, c.relname) as wall
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relforcerowsecurity and n.nspname in ('public', 'equality')`,
  )
  const walls = rows.map(({ wall }) => wall)
  for (const wall of walls) {
    await client.query(`alter table ${wall} no force row level security`)
    // what triggers wrote when the rows were new is in the backup too
    await client.query(`alter table ${wall} disable trigger user`)
  }
  return walls
}

async function load(
  { file, documents }: RestorePlan,
  loader: TableLoader,
  { losses }: BackupManifest,
): Promise<void> {
  const damaged = new Set(losses.map(({ hash }) => hash))
  for await (const { name, content } of entriesOf(file)) {
    if (name.startsWith(tableFolder)) await loader.take(tableIn(name), content)
    if (!name.startsWith(documentFolder)) continue
    const { organisationId, hash } = documentIn(name)
    if (damaged.has(hash)) continue
    await documents.put(organisationId, Readable.from(content), { maxBytes: Infinity })
  }
  await loader.finish()
}

async function setSequence(client: pg.Client, sequence: BackupSequence): Promise<void> {
  const name = quoted(sequence)
  // every organisation has a sequence of its own; the other sequences belong to tables
  if (/^case_ids_\d+$/.test(sequence.name)) {
    await client.query(
      `create sequence if not exists ${name} start with ${BigInt(sequence.start)} cache 1`,
    )
    await client.query(`grant usage on sequence ${name} to casewright`)
  }
  await client.query('select setval($1::regclass, $2::bigint, $3)', [
    name,
    sequence.last,
    sequence.isCalled,
  ])
}

/** What was being worked on belongs to nobody now; the attempt that was broken off does not count. */
const releaseJobs = (client: pg.Client): Promise<unknown> =>
  client.query(`
    update graphile_worker._private_jobs
    set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
    where locked_at is not null;
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null
    where locked_at is not null`)

async function record({ recordIn }: RestorePlan, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    'select organisation_id as id from organisations order by organisation_id',
  )
  for (const { id } of rows)
    await recordIn?.({
      organisationId: id,
      memory: { remember: (_, read) => read() },
      isWriting: true,
      run: async ({ text }, values) => (await client.query(text, [...values])).rows,
    })
}
