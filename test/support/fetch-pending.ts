import { startWorker } from '#jobs/worker.ts'
import { silentLog } from '#platform/log.ts'
import type { Fixture } from '#test/fixture.ts'
import { until } from '#test/until.ts'

/** Runs the queue, waiting jobs at once, until no document is left to be fetched. */
export async function fetchPending(stage: Fixture, outside = stage.door.outside): Promise<void> {
  await stage.test.sql('update graphile_worker._private_jobs set run_at = now()')
  const worker = await startWorker({
    address: { ...stage.test.address, options: '-c role=casewright_jobs' },
    database: stage.test.database,
    outside,
    clock: stage.clock,
    log: silentLog,
  })
  const left = async () =>
    (await stage.test.sql(`select from documents where state = 'pending'`)).length
  await until(async () => (await left()) === 0, 'the documents have come')
  await worker.close()
}
