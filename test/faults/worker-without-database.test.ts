import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '#platform/migrate.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { workQueue } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { prepareServer } from '#platform/roles.ts'
import { until } from '#test/until.ts'
import { ask as askOf, masterKey, waysInto } from './office.ts'
import { makeDataDirectory, postmasterOf, startProgram } from './program.ts'

const { directory, remove } = makeDataDirectory()
let postgres: EmbeddedPostgres
const rejected: unknown[] = []
const note = (error: unknown) => void rejected.push(error)

const start = () => startEmbeddedPostgres({ directory: join(directory, 'postgres') })
const ways = () => waysInto(directory)

before(async () => {
  process.on('unhandledRejection', note)
  postgres = await start()
  await prepareServer({ host: postgres.socketDirectory, user: 'postgres' }, 'casewright')
  await migrate(ways().owner)
})
after(async () => {
  process.off('unhandledRejection', note)
  await postgres.stop()
  remove()
})

const ask = (sql: string) => askOf(ways(), sql)
const putIn = (how: string) =>
  ask(`select graphile_worker.add_job('greet', '{"how": "${how}"}'::json, max_attempts => 5)`)

/** Runs a worker of one job, which is given how it is to go. */
const worker = (
  run: (how: string, signal: AbortSignal) => Promise<void>,
  { log = silentLog, concurrency = 2 } = {},
) =>
  workQueue({
    address: { ...ways().application, options: '-c role=casewright_jobs' },
    tasks: [
      { name: 'greet', run: (payload, signal) => run((payload as { how: string }).how, signal) },
    ],
    log,
    concurrency,
    stoppingMilliseconds: 500,
  })

for (const how of ['failing', 'done'])
  test(`a worker that cannot say how a job ended (${how}) begins anew with that job, and the program lives`, async (t) => {
    const tables = 'on all tables in schema graphile_worker'
    t.after(() => ask(`grant all ${tables} to casewright_jobs`))
    const runs: string[] = []
    const told: string[] = []
    const works = await worker(
      async (asked) => {
        runs.push(asked)
        if (asked !== how || runs.length > 1) return
        await ask(`revoke all ${tables} from casewright_jobs`)
        if (asked === 'failing') throw new Error('nobody is in')
      },
      { concurrency: 1, log: { ...silentLog, error: (_, message) => void told.push(message) } },
    )
    await putIn(how)
    await until(
      () => told.includes('the worker ended by itself and begins anew'),
      'the worker ends',
    )
    await ask(`grant all ${tables} to casewright_jobs`)
    await putIn('later')
    await until(() => runs.length === 3, 'that job and the next are done')
    await works.close()
    assert.deepEqual(runs.sort(), [how, how, 'later'].sort())
    assert.deepEqual(await ask('select from graphile_worker._private_jobs'), [])
  })

test('jobs that end while PostgreSQL is away do not end the process, and are taken up again', async () => {
  const goOn = Promise.withResolvers<void>()
  const runs: string[] = []
  const times = (how: string) => runs.filter((each) => each === how).length
  const works = await worker(async (how) => {
    runs.push(how)
    if (times(how) > 1 || how === 'later') return
    await goOn.promise
    if (how === 'failing') throw new Error('PostgreSQL was away')
  })
  await putIn('failing')
  await putIn('done')
  await until(() => runs.length === 2, 'both run')
  process.kill(postgres.pid, 'SIGKILL')
  await postgres.ended
  goOn.resolve()
  await pause(300)
  postgres = await start()
  await until(() => times('failing') > 1 && times('done') > 1, 'both are taken up again')
  await putIn('later')
  await until(() => times('later') > 0, 'a new job is worked')
  await works.close()
  assert.deepEqual(await ask('select from graphile_worker._private_jobs'), [])
  assert.deepEqual(rejected, [])
})

test('a worker can be closed while PostgreSQL is away and a job runs', async () => {
  const begun = Promise.withResolvers<void>()
  const works = await worker(async (_, signal) => {
    begun.resolve()
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  })
  await putIn('later')
  await begun.promise
  process.kill(postgres.pid, 'SIGKILL')
  await postgres.ended
  const asked = performance.now()
  await works.close()
  assert.ok(performance.now() - asked < 60_000)
  await pause(200)
  assert.deepEqual(rejected, [])
  postgres = await start()
})

test('a program whose own PostgreSQL dies amid a job ends in order, with a sentence', async (t) => {
  const own = makeDataDirectory()
  t.after(own.remove)
  const program = await startProgram(own.directory, { ...masterKey, CASEWRIGHT_LOG_LEVEL: 'fatal' })
  const ownWays = waysInto(own.directory)
  const holder = new pg.Client(ownWays.owner)
  holder.on('error', () => {})
  await holder.connect()
  await holder.query('begin; lock table documents')
  await askOf(
    ownWays,
    `select graphile_worker.add_job('fetchdocument', '{"documentId": 1, "organisationId": 1}')`,
  )
  await until(async () => {
    const sql = `select from pg_stat_activity where wait_event_type = 'Lock'`
    return (await askOf(ownWays, sql)).length > 0
  }, 'the job runs')
  process.kill(postmasterOf(own.directory) ?? assert.fail('no PostgreSQL'), 'SIGKILL')
  assert.equal(await program.ended, 1)
  // the queue's library may write of a look for jobs that was cut short; the ending is the program's own
  assert.match(program.errors(), /^The embedded PostgreSQL has ended; start again, .*\.\n$/m)
  assert.ok(program.errors().endsWith('it will recover by itself.\n'))
  assert.doesNotMatch(program.errors(), /failJobs|completeJobs|Node\.js v/)
})
