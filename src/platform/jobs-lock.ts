import pg from 'pg'
import type { Address } from './database.ts'
import { describeError, type Log } from './log.ts'

const family = 73_646
const secondsBetween = 20

// a job stays locked when its worker is killed; whose sign of life nobody holds is dead
const releaseJobs = `
  select graphile_worker.force_unlock_workers(array(
    select j.locked_by from graphile_worker._private_jobs j
    where j.locked_by <> $1
    group by j.locked_by
    having pg_try_advisory_xact_lock(${family}, hashtext(j.locked_by))))`

/** A worker's sign of life, and its care for the jobs of workers that have none. */
export interface SignOfLife {
  /** Says under which name this worker locks its jobs; releases those of the dead at once. */
  name(worker: string): Promise<void>
  close(): Promise<void>
}

/** Keeps a connection that holds a lock in the worker's name for as long as the process lives. */
export function signOfLife(address: Address, log: Log): SignOfLife {
  let client: pg.Client | undefined
  let worker = ''
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client(address)
    next.on('error', () => {})
    next.on('end', () => (client = client === next ? undefined : client))
    await next.connect()
    await next.query(`select pg_advisory_lock(${family}, hashtext($1))`, [worker])
    return next
  }
  const release = async () => {
    try {
      client ??= await connect()
      await client.query(releaseJobs, [worker])
    } catch (error) {
      log.warn({ error: describeError(error) }, 'jobs of dead workers were not looked for')
    }
  }
  let running = Promise.resolve()
  const releaseOnce = () => (running = running.then(release))

  return Object.freeze<SignOfLife>({
    async name(own) {
      worker = own
      clearInterval(timer)
      // an ended connection may hold its lock a moment longer, and the jobs of the name before would wait
      await client?.query('select pg_advisory_unlock_all()').catch(() => {})
      await client?.end().catch(() => {})
      client = undefined
      timer = setInterval(() => void releaseOnce(), secondsBetween * 1000)
      await releaseOnce()
    },
    async close() {
      clearInterval(timer)
      await running
      await client?.end().catch(() => {})
    },
  })
}
