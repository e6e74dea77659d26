import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { enqueue, job, type JobWork } from '#kernel/job.ts'
import { listDeadJobs, rerunDeadJob } from '#platform/jobs-queue.ts'
import { workQueue, type QueueTask } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { until } from '#test/until.ts'
import { timetable } from './timetable.ts'
import { startWorker, taskOf } from './worker.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const address = () => ({ ...stage.test.address, options: '-c role=casewright_jobs' })
const greeting = (attempts = 3) =>
  job<{ readonly caseId: number }>({ name: 'greet', attempts, work: async () => {} })
const waiting = async () =>
  Number((await stage.test.sql('select count(*) from graphile_worker._private_jobs'))[0]?.['count'])

/** A worker that does as the test says when it is asked to greet. */
const workerThat = (run: QueueTask['run'], stoppingMilliseconds = 5000) =>
  workQueue({
    address: address(),
    tasks: [{ name: 'greet', run }],
    log: silentLog,
    concurrency: 2,
    stoppingMilliseconds,
  })

test('a job exists if and only if its transaction commits, and knows its organisation', async () => {
  const told: unknown[] = []
  const worker = await workerThat(async (payload) => void told.push(payload))
  const { database } = stage.test
  await assert.rejects(
    database.write(stage.organisationId, async (db) => {
      await enqueue(db, greeting(), { payload: { caseId: 1 } })
      throw new Error('changed my mind')
    }),
  )
  await database.write(stage.organisationId, (db) =>
    enqueue(db, greeting(), { payload: { caseId: 700123 } }),
  )
  await until(() => told.length > 0, 'the job is told of')
  await worker.close()
  assert.deepEqual(told, [{ caseId: 700123, organisationId: stage.organisationId }])
  assert.equal(await waiting(), 0)
})

test('a failed job is tried again, and what fails for good can be seen and re-run by its organisation only', async () => {
  let isBroken = true
  const worker = await workerThat(async () => {
    if (isBroken) throw new Error('The printer is out of paper')
  })
  const { database } = stage.test
  await database.write(stage.organisationId, (db) =>
    enqueue(db, greeting(2), { payload: { caseId: 700123 } }),
  )
  const dead = (organisationId = stage.organisationId) =>
    database.read(organisationId, (db) => listDeadJobs(db, {}))
  await until(async () => (await dead()).length > 0, 'the job is given up')
  const [job] = await dead()
  assert.equal(job?.task, 'greet')
  assert.equal(job.attempts, 2)
  assert.equal(job.failure, 'The printer is out of paper')
  assert.deepEqual(await dead(stage.otherOrganisationId), [])

  isBroken = false
  const rerun = (organisationId: number) =>
    database.write(organisationId, (db) => rerunDeadJob(db, { jobId: job.jobId }))
  assert.deepEqual(await rerun(stage.otherOrganisationId), [{ isFound: false }])
  assert.deepEqual(await rerun(stage.organisationId), [{ isFound: true }])
  await until(async () => (await waiting()) === 0, 'no job waits')
  await worker.close()
})

test('what PostgreSQL quotes in an error is not kept in the queue', async () => {
  const { database } = stage.test
  const worker = await workerThat(async () => {
    await stage.test.sql(`select 'Ann Bell'::int`)
  })
  await database.write(stage.organisationId, (db) =>
    enqueue(db, greeting(1), { payload: { caseId: 700123 } }),
  )
  const dead = () => database.read(stage.organisationId, (db) => listDeadJobs(db, {}))
  await until(async () => (await dead()).length > 0, 'the job is given up')
  assert.equal((await dead())[0]?.failure, '22P02')
  await worker.close()
  await stage.test.sql('delete from graphile_worker._private_jobs')
})

test('closing the worker lets a running job finish', async () => {
  const begun = Promise.withResolvers<void>()
  let isDone = false
  const worker = await workerThat(async () => {
    begun.resolve()
    await setTimeout(300)
    isDone = true
  })
  await stage.test.database.write(stage.organisationId, (db) =>
    enqueue(db, greeting(), { payload: { caseId: 700123 } }),
  )
  await begun.promise
  await worker.close()
  assert.ok(isDone)
  assert.equal(await waiting(), 0)
})

test('a job whose worker was killed is taken up by another worker', async () => {
  await stage.test.database.write(stage.organisationId, (db) =>
    enqueue(db, greeting(), { payload: { caseId: 700123 } }),
  )
  await stage.test.sql(
    `update graphile_worker._private_jobs
     set locked_at = now(), locked_by = 'pool-of-the-dead', attempts = 1`,
  )
  let isDone = false
  const worker = await workerThat(async () => void (isDone = true))
  await until(() => isDone, 'the job is done')
  await worker.close()
})

test('a job that a living worker holds is left to it', async () => {
  const finish = Promise.withResolvers<void>()
  const begun: string[] = []
  const first = await workerThat(async () => {
    begun.push('first')
    await finish.promise
  })
  await stage.test.database.write(stage.organisationId, (db) =>
    enqueue(db, greeting(), { payload: { caseId: 700123 } }),
  )
  await until(() => begun.length > 0, 'the job runs')
  const second = await workerThat(async () => void begun.push('second'))
  await setTimeout(300)
  finish.resolve()
  await first.close()
  await second.close()
  assert.deepEqual(begun, ['first'])
})

test('the worker goes on after its connections to PostgreSQL were cut', async () => {
  let greeted = 0
  const worker = await workerThat(async () => void (greeted += 1))
  try {
    await cutConnections()
    await stage.test.database.write(stage.organisationId, (db) =>
      enqueue(db, greeting(), { payload: { caseId: 700123 } }),
    )
    await until(() => greeted > 0, 'somebody is greeted')
  } finally {
    await worker.close()
  }
})

async function cutConnections(): Promise<void> {
  const client = new pg.Client(stage.test.superuser)
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'casewright' and pid <> pg_backend_pid()`,
  )
  await client.end()
}

const work = (name: string) => {
  const timed = timetable.find((each) => each.name === name)
  assert.ok(timed)
  return timed.work({ ...stage.test, outside: stage.door.outside, clock: stage.clock })
}

test('by the clock every organisation’s audit is chained', async () => {
  // in transactions long over: only what is older than every running one of the whole server is chained
  await stage.test.sql(
    `insert into audit_entries
       (organisation_id, written_in, occurred_at, actor, operation, outcome, request_id)
     select organisation_id, '3', '2026-03-14', 'a', 'o', 'done', 'r' from organisations`,
  )
  await work('chainaudit')
  const links = await stage.test.sql(
    `select organisation_id as id from audit_links group by 1 order by 1`,
  )
  assert.deepEqual(
    links.map(({ id }) => id),
    [stage.organisationId, stage.otherOrganisationId],
  )
})

test('by the clock lapsed keys, links and sessions are forgotten, and others are not', async () => {
  await stage.test.sql(
    `insert into idempotency_keys (organisation_id, caller, operation, key, request_hash, created_at)
     select $1, 'api-key 1', 'createcase', k.key, '\\x01', k.at
     from (values ('old', timestamptz '2026-03-13 09:29Z'), ('young', '2026-03-13 09:31Z')) as k (key, at)`,
    [stage.organisationId],
  )
  await stage.test.sql(
    `insert into sessions (organisation_id, session_hash, user_id, created_at, last_used_at, expires_at)
     select $1, s.hash, u.user_id, '2026-03-01', '2026-03-01', s.at
     from users u, (values ('\\x01'::bytea, timestamptz '2026-03-13 09:00Z'), ('\\x02', '2026-03-14 12:00Z'))
       as s (hash, at) where u.organisation_id = $1`,
    [stage.organisationId],
  )
  await stage.test.sql(
    `insert into sign_in_links (organisation_id, link_hash, user_id, created_at, expires_at)
     select $1, s.hash, u.user_id, '2026-03-01', s.at
     from users u, (values ('\\x01'::bytea, timestamptz '2026-03-13 09:00Z'), ('\\x02', '2026-03-14 12:00Z'))
       as s (hash, at) where u.organisation_id = $1`,
    [stage.organisationId],
  )
  await work('forgetlapsed')
  assert.deepEqual(await stage.test.sql('select key from idempotency_keys'), [{ key: 'young' }])
  for (const table of ['sessions', 'sign_in_links'])
    assert.equal((await stage.test.sql(`select from ${table}`)).length, 1, table)
})

test('the worker runs with every job and the timetable, and sweeps files', async () => {
  const worker = await startWorker({
    address: address(),
    database: stage.test.database,
    outside: stage.door.outside,
    clock: stage.clock,
    log: silentLog,
  })
  await worker.close()
  const known = await stage.test.sql(
    'select identifier from graphile_worker._private_known_crontabs order by 1',
  )
  assert.deepEqual(
    known.map(({ identifier }) => identifier),
    timetable.map(({ name }) => name).toSorted(),
  )
  await work('sweepunfinishedfiles')
})

test('a job acts as the system on behalf of its organisation', async () => {
  const seen = Promise.withResolvers<JobWork<{ caseId: number }>>()
  const asked = job<{ readonly caseId: number }>({
    name: 'greet',
    attempts: 1,
    work: async (given) => seen.resolve(given),
  })
  const world = { ...stage.test, outside: stage.door.outside, clock: stage.clock }
  await taskOf(asked, world).run(
    { caseId: 5, organisationId: stage.organisationId },
    new AbortController().signal,
  )
  const { actor, payload } = await seen.promise
  assert.deepEqual(payload, { caseId: 5 })
  assert.deepEqual([actor.kind, actor.organisationId], ['system', stage.organisationId])
})
