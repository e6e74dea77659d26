import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import {
  Logger,
  parseCronItems,
  run,
  type Runner,
  type Task,
  type WorkerEvents,
} from 'graphile-worker'
import pg from 'pg'
import type { Address } from './database.ts'
import { signOfLife, type SignOfLife } from './jobs-lock.ts'
import { describeError, type Log } from './log.ts'

/** One thing the queue can be asked to do. */
export interface QueueTask {
  readonly name: string
  /** Throws to be tried again. */
  run(payload: unknown, signal: AbortSignal): Promise<void>
  /** When it is put in by itself, as in crontab(5), by one of all the workers; absent where others put it in. */
  readonly cron?: string
}

/** What a worker of the queue needs. */
export interface QueueWork {
  /** As the role that works the queue. */
  readonly address: Address
  readonly tasks: readonly QueueTask[]
  readonly log: Log
  /** How many jobs are worked at once. */
  readonly concurrency: number
  /** How long running jobs may go on once the worker is told to stop. */
  readonly stoppingMilliseconds: number
}

/** Works the queue until it is closed; closing lets running jobs finish. Throws where it cannot begin. */
export async function workQueue(work: QueueWork): Promise<{ close(): Promise<void> }> {
  const life = signOfLife(work.address, work.log)
  const begin = () => beginRunner(work, life)
  let runner = await begin()
  let isClosing = false
  // a runner ends by itself when it can no longer say what became of a job
  const untilClosed = async () => {
    while (!isClosing) {
      const error = await runner.over
      if (isClosing) break
      work.log.error({ error }, 'the worker ended by itself and begins anew')
      await setTimeout(1000)
      if (!isClosing) runner = await begin().catch(() => runner)
    }
    await runner.stop()
  }
  const ended = untilClosed()
  return Object.freeze({
    async close() {
      isClosing = true
      await runner.stop()
      await ended
      await life.close()
    },
  })
}

/** A runner of the queue with connections of its own. */
interface OwnRunner {
  /** Settled once it works no more, with what ended it where that is known. */
  readonly over: Promise<unknown>
  stop(): Promise<void>
}

// Without a batch nobody hears that PostgreSQL could not be told what became of a job, and the rejection ends the
// process; with one, of whatever is there at the moment, the runner ends, and its jobs are taken up by the next.
const tellingAtOnce = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

async function beginRunner(work: QueueWork, life: SignOfLife): Promise<OwnRunner> {
  const pgPool = poolFor(work)
  const events: WorkerEvents = new EventEmitter()
  const named = new Promise<void>((resolve, reject) => {
    events.once('pool:create', ({ workerPool }) => life.name(workerPool.id).then(resolve, reject))
  })
  try {
    const runner = await run({
      preset: { worker: tellingAtOnce },
      pgPool,
      concurrency: work.concurrency,
      events,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: work.stoppingMilliseconds,
      logger: quietLogger(work.log),
      taskList: Object.fromEntries(work.tasks.map((task) => [task.name, taskFor(task, work.log)])),
      parsedCronItems: timesOf(work.tasks),
    })
    await named
    return ownRunner(runner, { events, pgPool })
  } catch (error) {
    void pgPool.end()
    throw error
  }
}

function poolFor({ address, concurrency }: QueueWork): pg.Pool {
  const pool = new pg.Pool({ ...address, max: concurrency + 3 })
  pool.on('error', () => {}) // a lost idle connection is replaced at its next use
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const lingering = 5000

// With its connections lost a runner whose jobs have all ended may wait for ever for an answer: it is not waited for.
function ownRunner(
  runner: Runner,
  { events, pgPool }: { readonly events: WorkerEvents; readonly pgPool: pg.Pool },
): OwnRunner {
  const idle = new Promise<void>((resolve) => {
    events.once('pool:gracefulShutdown:complete', () => resolve())
  })
  const over = Promise.race([
    runner.promise.then(() => undefined, describeError),
    idle.then(() => setTimeout(lingering, undefined, { ref: false })),
  ]).finally(() => void pgPool.end())
  return {
    over,
    async stop() {
      await Promise.race([runner.stop().catch(() => {}), over]) // it may have ended by itself
      await over
    },
  }
}

const taskFor =
  (task: QueueTask, log: Log): Task =>
  async (payload, { job, abortSignal }) => {
    try {
      await task.run(payload, abortSignal ?? new AbortController().signal)
    } catch (error) {
      log.warn(
        { task: task.name, jobId: job.id, attempt: job.attempts, error: describeError(error) },
        'job failed',
      )
      throw new Error(tellable(error))
    }
  }

/** What the queue's table may keep of an error: never the values that a driver quotes. */
function tellable(error: unknown): string {
  const { message, code, kind } = describeError(error)
  return [message, code, kind].find((each) => typeof each === 'string') ?? 'unknown'
}

const timesOf = (tasks: readonly QueueTask[]) =>
  parseCronItems(
    tasks.flatMap(({ name, cron }) =>
      cron === undefined
        ? []
        : [{ task: name, match: cron, options: { jobKey: name, maxAttempts: 1 } }],
    ),
  )

// the library's lines quote payloads and errors: only that something is wrong is told
const quietLogger = (log: Log): Logger =>
  new Logger(() => (level) => {
    if (level === 'error') log.warn({}, 'the job queue reports an error')
  })
