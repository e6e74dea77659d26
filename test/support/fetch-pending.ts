import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { startWorker } from '#jobs/worker.ts'
import { silentLog } from '#platform/log.ts'
import type { Fixture } from '#test/fixture.ts'

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
  for (let tries = 0; (await left()) > 0; tries += 1) {
    assert.ok(tries < 300, 'the documents never came')
    await setTimeout(20)
  }
  await worker.close()
}
