import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import assert from 'node:assert/strict'
import pg from 'pg'
import { chainAudit } from '#platform/audit-chain.ts'
import { makeBackup } from '#platform/backup/make-backup.ts'
import { restoreBackup, type RestorePlan } from '#platform/backup/restore-backup.ts'
import { documentStore, type DocumentStore } from '#platform/files/document-store.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { fixture, fixtureKey, type Fixture } from '#test/fixture.ts'

/** A furnished installation to back up, and empty ones to restore into. */
export interface BackupStage {
  readonly fixture: Fixture
  readonly documents: DocumentStore
  readonly newPath: () => string
  /** Backs the furnished installation up, or another. */
  readonly backUp: (from?: TestDatabase, file?: string) => Promise<Made>
  readonly inEmpty: (work: (target: Target) => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

type Made = { file: string; manifest: Awaited<ReturnType<typeof makeBackup>> }

export interface Target {
  readonly empty: TestDatabase
  readonly store: DocumentStore
  readonly restore: (file: string, other?: Partial<RestorePlan>) => ReturnType<typeof restoreBackup>
}

/** Builds the stage in databases and a folder of its own. */
export async function backupStage(): Promise<BackupStage> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-backup-'))
  let number = 0
  const newPath = () => join(folder, `file-${(number += 1)}`)
  const stage = await fixture()
  const documents = await documentStore(newPath())
  await furnish(stage, documents)
  return Object.freeze<BackupStage>({
    fixture: stage,
    documents,
    newPath,
    backUp: async (from = stage.test, file = newPath()) => {
      const plan = { file, owner: from.owner, documents, masterKey: fixtureKey, now: new Date(0) }
      return { file, manifest: await makeBackup(plan) }
    },
    inEmpty: async (work) => {
      const empty = await testDatabase()
      const store = await documentStore(newPath())
      const plan = { owner: empty.owner, documents: store, masterKey: fixtureKey }
      const restore: Target['restore'] = (file, other) => restoreBackup({ ...plan, file, ...other })
      await work({ empty, store, restore }).finally(() => empty.close())
    },
    close: async () => {
      await stage.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}

/** What the contract's fixture lacks: documents, a logo, jobs, equality answers, and texts that are hard to copy. */
async function furnish(stage: Fixture, documents: DocumentStore): Promise<void> {
  const { test, organisationId, otherOrganisationId } = stage
  const { database } = test
  const sql: TestDatabase['sql'] = (text, values) => test.sql(text, values)
  const addDocument = (id: number, text: string) => store(test, documents, [id, text])
  for (const id of [organisationId, otherOrganisationId])
    for (const text of ['The first letter', `Only in ${id}`]) await addDocument(id, text)
  await addDocument(organisationId, 'x'.repeat(3_000_000))
  const logo = await documents.put(organisationId, Readable.from(['A logo']), { maxBytes: 1e9 })
  await sql(
    `update organisations set settings = settings || jsonb_build_object('look',
       jsonb_build_object('logo', jsonb_build_object('content', $2::text, 'size', $3::int)))
     where organisation_id = $1`,
    [organisationId, logo.hash, logo.size],
  )
  await sql(
    `insert into notes (organisation_id, case_id, kind, body, author, added_at)
     values ($1, 700123, 'General', $2, 'Sam', now())`,
    [organisationId, 'tab\there, back\\slash, \\N, end\r\n\\.\nž 🙂'],
  )
  for (const id of [organisationId, otherOrganisationId])
    await sql(
      `select set_config('casewright.organisation', $1, false),
         equality.hand_in('\\x0102', '[{"question": "faith", "sealed": "AQID"}]'),
         enqueue_job('retry documents', '{"caseId": 700123}', '2030-01-01', 5)`,
      [String(id)],
    )
  await sql(
    `update graphile_worker._private_jobs
     set locked_at = now(), locked_by = 'worker-1', attempts = 3 where id = 1`,
  )
  await chainAudit(database, organisationId)
}

async function store(
  test: TestDatabase,
  documents: DocumentStore,
  [organisationId, text]: [number, string],
): Promise<void> {
  const content = await documents.put(organisationId, Readable.from([Buffer.from(text)]), {
    maxBytes: 1e9,
  })
  await test.sql(
    `insert into documents (organisation_id, case_id, name, state, content_hash, content_size,
       document_at, author)
     values ($1, 700123, 'letter.txt', 'stored', $2, $3, now(), 'Sam')`,
    [organisationId, content.hash, content.size],
  )
}

/** Every row of every table but the numbers of transactions and what a worker was just doing, as text. */
export async function rowsOf({ superuser }: TestDatabase): Promise<Map<string, string[]>> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ table: string; columns: string }>(
      `select format('%I.%I', n.nspname, c.relname) as table,
         string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and n.nspname in ('public', 'equality', 'graphile_worker')
         and c.relname <> 'migrations' and a.atttypid <> 'xid8'::regtype
         and a.attname not in ('locked_at', 'locked_by', 'attempts', 'is_available')
       group by 1`,
    )
    const found = new Map<string, string[]>()
    for (const { table, columns } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select row(${columns})::text as row from ${table} order by 1`,
      )
      found.set(
        table,
        rows.map(({ row }) => row),
      )
    }
    return found
  } finally {
    await client.end()
  }
}

/** Every document of an organisation by its hash. */
export async function contentsOf(store: DocumentStore, organisationId: number) {
  const contents = new Map<string, string>()
  for await (const { hash } of store.list(organisationId)) {
    const stream = (await store.open(organisationId, hash)) ?? assert.fail()
    contents.set(hash, (await buffer(stream)).toString('latin1'))
  }
  return contents
}
