import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enqueue, job } from '#kernel/job.ts'
import { workQueue } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { fixture } from '#test/fixture.ts'
import { until } from './program.ts'

const greeting = job<{ readonly name: string }>({
  name: 'greet',
  attempts: 1,
  work: async () => {},
})

for (const isBroken of [true, false]) {
  const how = isBroken ? 'fails' : 'is done'
  test(`a worker that cannot say that a job ${how} begins anew, and the program lives`, async (t) => {
    const stage = await fixture()
    t.after(() => stage.close())
    const jobs = 'on all tables in schema graphile_worker'
    const greeted: string[] = []
    const told: string[] = []
    const worker = await workQueue({
      address: { ...stage.test.address, options: '-c role=casewright_jobs' },
      log: { ...silentLog, warn: (_, message) => void told.push(message) },
      concurrency: 1,
      stoppingMilliseconds: 1000,
      tasks: [
        {
          name: 'greet',
          async run(payload) {
            const { name } = payload as { name: string }
            if (name === 'first') await stage.test.sql(`revoke all ${jobs} from casewright_jobs`)
            if (name === 'first' && isBroken) throw new Error('nobody is in')
            greeted.push(name)
          },
        },
      ],
    })
    t.after(() => worker.close())
    const greet = (name: string) =>
      stage.test.database.write(stage.organisationId, (db) =>
        enqueue(db, greeting, { payload: { name } }),
      )
    await greet('first')
    await until(() => told.includes('the job queue reports an error'), 'the queue is not told')
    await stage.test.sql(`grant all ${jobs} to casewright_jobs`)
    await greet('second')
    await until(() => greeted.includes('second'), 'the next job is done')
    assert.deepEqual(
      greeted.filter((name) => name === 'second'),
      ['second'],
    )
  })
}
