import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { knownMigrations, migrate } from '#platform/migrate.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { workQueue, type QueueTask } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { prepareServer } from '#platform/roles.ts'
import { makeDataDirectory, until } from './program.ts'

const { directory, remove } = makeDataDirectory()
let postgres: EmbeddedPostgres
const rejected: unknown[] = []
const note = (error: unknown) => void rejected.push(error)

const addressAs = (user: string) => ({
  host: postgres.socketDirectory,
  database: 'casewright',
  user,
})

before(async () => {
  process.on('unhandledRejection', note)
  postgres = await startEmbeddedPostgres({ directory })
  await prepareServer({ host: postgres.socketDirectory, user: 'postgres' }, 'casewright')
  await migrate(addressAs('casewright_owner'))
  assert.ok((await knownMigrations()).length > 0)
})
after(async () => {
  process.off('unhandledRejection', note)
  await postgres.stop()
  remove()
})

const ask = async (sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(addressAs('casewright_owner'))
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const putIn = () => ask(`select graphile_worker.add_job('greet', '{}'::json, max_attempts => 5)`)

const worker = (run: QueueTask['run']) =>
  workQueue({
    address: { ...addressAs('casewright'), options: '-c role=casewright_jobs' },
    tasks: [{ name: 'greet', run, cron: '* * * * *' }],
    log: silentLog,
    concurrency: 2,
    stoppingMilliseconds: 2000,
  })

for (const [what, ending] of [
  ['fails', () => Promise.reject(new Error('PostgreSQL was away'))],
  ['is done', () => Promise.resolve()],
] as const)
  test(`a job that ${what} while PostgreSQL is away does not end the process, and is taken up again`, async () => {
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    let runs = 0
    const works = await worker(async () => {
      runs += 1
      if (runs > 1) return
      begun.resolve()
      await goOn.promise
      await ending()
    })
    await putIn()
    await begun.promise
    process.kill(postgres.pid, 'SIGKILL')
    await postgres.ended
    goOn.resolve()
    await pause(1500)
    postgres = await startEmbeddedPostgres({ directory })
    await until(() => runs > 1, 'the job is taken up again')
    await until(
      async () => (await ask('select from graphile_worker._private_jobs')).length === 0,
      'the queue is empty',
    )
    await putIn()
    await until(() => runs > 2, 'a new job is worked')
    await works.close()
    assert.deepEqual(rejected, [])
  })

test('a worker can be closed while PostgreSQL is away and a job runs', async () => {
  const begun = Promise.withResolvers<void>()
  const works = await worker(async (_, signal) => {
    begun.resolve()
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  })
  await putIn()
  await begun.promise
  process.kill(postgres.pid, 'SIGKILL')
  await postgres.ended
  const asked = performance.now()
  await works.close()
  assert.ok(performance.now() - asked < 10_000)
  await pause(200)
  assert.deepEqual(rejected, [])
  postgres = await startEmbeddedPostgres({ directory })
})
