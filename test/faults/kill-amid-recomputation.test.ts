import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startRecomputation } from '#domain/recomputation/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import type { ChildWork } from '#test/work-in-child.ts'
import { until } from '#test/until.ts'

/** More than one batch takes. */
const copies = 600
const program = fileURLToPath(new URL('../support/work-in-child.ts', import.meta.url))

let stage: CaseStage
let directory: string
let worker: ChildProcess | undefined
before(async () => {
  stage = await caseStage()
  directory = await mkdtemp(join(tmpdir(), 'casewright-faults-'))
})
after(async () => {
  await kill()
  await stage.close()
  await rm(directory, { recursive: true })
})

/** Cases that are as one that was opened, with its stages and deadlines. */
async function copy(caseId: number): Promise<void> {
  for (const table of ['cases', 'case_stages', 'case_deadlines'])
    await stage.test.sql(
      `insert into ${table}
       select (jsonb_populate_record(t, jsonb_build_object('case_id', 800000 + n))).*
       from ${table} t, generate_series(1, $3::int) n
       where t.organisation_id = $1 and t.case_id = $2`,
      [stage.organisationId, caseId, copies],
    )
}

function work(): void {
  const given: ChildWork = {
    address: stage.test.address,
    directory,
    now: stage.clock.now().toISOString(),
    smtpUrl: 'smtp://127.0.0.1:9',
  }
  worker = spawn(process.execPath, [program, JSON.stringify(given)], { stdio: 'inherit' })
}

async function kill(): Promise<void> {
  if (!worker) return
  const gone = once(worker, 'close')
  if (worker.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGKILL')
    await gone
  }
  worker = undefined
}

const progress = async () => {
  const [row] = await stage.rows(
    `select cases_seen::int as seen, deadlines_moved::int as moved, finished_at is not null as "isDone"
     from recomputations where organisation_id = $1`,
  )
  return row
}

/** Kills the worker while it waits, in its second batch, for a case that another holds. */
async function killAmidSecondBatch(): Promise<void> {
  const holder = new pg.Client(stage.test.owner)
  await holder.connect()
  try {
    await holder.query(`begin; select from cases where case_id = 800000 + ${copies} for update`)
    work()
    await until(async () => {
      const waiting = await stage.test.sql(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return waiting.length > 0 && (await progress())?.['seen'] === 500
    }, 'the worker waits in its second batch')
    await kill()
  } finally {
    await holder.end()
  }
}

test('a worker killed amid a recomputation goes on where it was, and moves each case once', async () => {
  await stage.publish({ name: 'Licence', target: { days: 10, unit: 'working' } })
  const { caseId } = await stage.create({ Type: 'Licence', RequestDate: '2026-03-09' })
  await copy(caseId)
  await stage.test.sql(
    `insert into calendar_days
       (organisation_id, calendar, day, name, kind, source, added_by, added_at)
     values ($1, 'england-and-wales', '2026-03-16', 'A new day', 'bank holiday', 'test', 'Sam Dee', now())`,
    [stage.organisationId],
  )
  await stage.test.database.write(stage.organisationId, (db) =>
    startRecomputation(db, { reason: 'A new day', author: 'Sam Dee', now: stage.clock.now() }),
  )
  await killAmidSecondBatch()
  work()
  await until(async () => (await progress())?.['isDone'] === true, 'the recomputation is finished')
  const [counted] = await stage.rows(
    `select count(*)::int as moves, count(distinct m.case_id)::int as cases,
       count(*) filter (where c.target_on = '2026-03-24')::int as right
     from deadline_moves m join cases c using (organisation_id, case_id)
     where m.organisation_id = $1 and m.recomputation_id is not null`,
  )
  const all = copies + 1
  assert.deepEqual(counted, { moves: all, cases: all, right: all })
  assert.partialDeepStrictEqual(await progress(), { moved: all })
})
