import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { operations as notes } from '#domain/notes/index.ts'
import { verifyAudit } from '#platform/audit-chain.ts'
import { insertAuditEntry } from '#platform/audit-entries.ts'
import type { Database } from '#platform/database.ts'
import { backupStage, contentsOf, rowsOf, type BackupStage } from '#test/backup-stage.ts'
import type { TestDatabase } from '#test/database.ts'

let stage: BackupStage
before(async () => {
  stage = await backupStage()
})
after(() => stage.close())

const addNote = notes.find(({ name }) => name === 'addcasenotes') ?? assert.fail()

test('a restored installation holds every row and every document that the backup was made of', async () => {
  const { file, manifest } = await stage.backUp()
  assert.deepEqual(manifest.losses, [])
  assert.equal(statSync(file).mode & 0o777, 0o600)
  await stage.inEmpty(async ({ empty, store, restore }) => {
    await restore(file)
    const expected = await rowsOf(stage.fixture.test)
    assert.ok([...expected.values()].flat().length > 40)
    assert.ok((expected.get('equality.answers') ?? []).length === 2, 'equality answers were there')
    assert.deepEqual(await rowsOf(empty), expected)
    for (const id of [stage.fixture.organisationId, stage.fixture.otherOrganisationId]) {
      const contents = await contentsOf(store, id)
      assert.ok(contents.size >= 2)
      assert.deepEqual(contents, await contentsOf(stage.documents, id))
    }
  })
})

const addEntry = (database: Database, operation: string): Promise<unknown> =>
  database.write(stage.fixture.organisationId, (db) =>
    insertAuditEntry(db, {
      occurredAt: new Date('2026-03-14T09:30:00Z'),
      actor: 'user 1 Sam',
      operation,
      outcome: 'done',
      caseId: null,
      particulars: { of: operation },
      requestId: 'r',
    }),
  )

/** Entries are linked when no older transaction runs, in any database of the server. */
async function verifyAll(database: Database) {
  for (let tries = 0; ; tries += 1) {
    const verified = await verifyAudit(database, stage.fixture.organisationId)
    if (verified.waiting === 0 || tries === 200) return verified
    await pause(50)
  }
}

test('no table lies where a backup does not look', async () => {
  const elsewhere = await stage.fixture.test.sql(
    `select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm')
       and n.nspname not in ('public', 'equality', 'graphile_worker', 'pg_catalog', 'information_schema')`,
  )
  assert.deepEqual(elsewhere, [])
})

test('after a restore the audit is whole, goes on, and its old links stand', async () => {
  const { database } = stage.fixture.test
  await addEntry(database, 'linked before')
  const { linked, head } = await verifyAll(database)
  await addEntry(database, 'not linked before')
  const { file } = await stage.backUp()
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    const [old] = await empty.sql(
      `select encode(hash, 'hex') as hash from audit_links where organisation_id = $1 and position = $2`,
      [stage.fixture.organisationId, linked],
    )
    assert.equal(old?.['hash'], head)
    await addEntry(empty.database, 'after the restore')
    const verified = await verifyAll(empty.database)
    assert.deepEqual(
      { ...verified, head: '' },
      { linked: linked + 2, waiting: 0, head: '', breaks: [] },
    )
    const again = await stage.backUp(empty)
    await stage.inEmpty(async (third) => {
      await third.restore(again.file)
      assert.deepEqual(await verifyAll(third.empty.database), verified)
    })
  })
})

test('an entry that is altered after a restore breaks the chain', async () => {
  await addEntry(stage.fixture.test.database, 'to be altered')
  await verifyAll(stage.fixture.test.database)
  const { file } = await stage.backUp()
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    await empty.sql(`update audit_entries set actor = 'nobody' where operation = 'to be altered'`)
    const { breaks } = await verifyAll(empty.database)
    assert.deepEqual(
      breaks.map(({ what }) => what),
      ['altered'],
    )
  })
})

test('rows changed before the backup count as changed long ago, so no report waits for them', async () => {
  const { file } = await stage.backUp()
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    for (const table of ['cases', 'customers', 'tasks', 'correspondence']) {
      const rows = await empty.sql(
        `select count(*)::int as hidden from ${table}
         where changed_in >= pg_snapshot_xmin(pg_current_snapshot())`,
      )
      assert.equal(rows[0]?.['hidden'], 0, table)
    }
  })
})

test('numbers go on after those that were given out', async () => {
  const next = (of: TestDatabase, id: number) =>
    of.sql(
      `select set_config('casewright.organisation', $1, false), next_case_id()::int as case,
         nextval('notes_note_id_seq')::int as note`,
      [String(id)],
    )
  await next(stage.fixture.test, stage.fixture.organisationId)
  const { file } = await stage.backUp()
  const [expected] = await next(stage.fixture.test, stage.fixture.organisationId)
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    const [found] = await next(empty, stage.fixture.organisationId)
    assert.deepEqual(found, expected)
    const [drawn] = (await empty.database.write(stage.fixture.organisationId, (db) =>
      db.run(
        { name: 'draw', text: 'select next_case_id()::int as case', takes: [], returns: {} },
        [],
      ),
    )) as [{ case: number }]
    assert.equal(drawn.case, Number(expected?.['case']) + 1, 'the application may draw numbers')
    const [made] = await empty.sql(`select create_organisation('third', 'Third', 1) as id`)
    assert.ok(Number(made?.['id']) > stage.fixture.otherOrganisationId)
  })
})

test('a job that was being worked on is free again, its broken attempt not counted', async () => {
  const { file } = await stage.backUp()
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    const jobs = await empty.sql(
      `select attempts::int, locked_by as worker from graphile_worker._private_jobs order by id`,
    )
    assert.deepEqual(jobs, [
      { attempts: 2, worker: null },
      { attempts: 0, worker: null },
    ])
  })
})

test('walls stand again after a restore', async () => {
  const { file } = await stage.backUp()
  const unforced = `select count(*)::int as open from pg_class
    where relkind = 'r' and relrowsecurity and not relforcerowsecurity
      and relnamespace in ('public'::regnamespace, 'equality'::regnamespace)`
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    assert.deepEqual(await empty.sql(unforced), [{ open: 0 }])
    const seen = await empty.database.read(stage.fixture.organisationId, (db) =>
      db.run(
        {
          name: 'seen',
          text: 'select distinct organisation_id as id from cases',
          takes: [],
          returns: {},
        },
        [],
      ),
    )
    assert.deepEqual(seen, [{ id: stage.fixture.organisationId }])
  })
})

test('a backup made while others write holds whole transactions only', async () => {
  let isDone = false
  let written = 0
  const writers = [1, 2, 3].map(async (writer) => {
    for (let each = 0; !isDone; each += 1) {
      const NoteText = `note ${each} of ${writer} ${'.'.repeat(2000)}`
      await stage.fixture.perform(addNote, { CaseId: '700122', NoteText, Notes: NoteText })
      written += 1
    }
  })
  while (written < 30) await new Promise((resolve) => setTimeout(resolve, 5))
  let began = written
  let { file } = await stage.backUp()
  for (let tries = 0; written === began && tries < 10; tries += 1) {
    began = written
    ;({ file } = await stage.backUp())
  }
  assert.ok(written > began, 'nobody waits for a backup')
  isDone = true
  await Promise.all(writers)
  await stage.inEmpty(async ({ empty, restore }) => {
    await restore(file)
    const [counts] = await empty.sql(
      `select (select count(*)::int from notes where case_id = 700122) as notes,
         (select count(*)::int from case_events where case_id = 700122 and kind = 'noteAdded') as events,
         (select count(*)::int from audit_entries where case_id = 700122 and outcome = 'done') as entries`,
    )
    const notes = Number(counts?.['notes'])
    assert.ok(notes >= began && notes <= written, `${began} <= ${notes} <= ${written}`)
    assert.deepEqual(counts, { notes, events: notes, entries: notes })
    const { breaks } = await verifyAudit(empty.database, stage.fixture.organisationId)
    assert.deepEqual(breaks, [])
  })
})
