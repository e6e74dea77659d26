import { jobs as audit } from '#domain/audit/index.ts'
import { jobs as documents } from '#domain/documents/index.ts'
import { jobs as recomputation } from '#domain/recomputation/index.ts'
import { jobs as reminders } from '#domain/reminders/index.ts'
import { jobs as secondFactors } from '#domain/second-factors/index.ts'
import { jobs as signIn } from '#domain/sign-in/index.ts'
import { jobs as versionMoves } from '#domain/version-moves/index.ts'
import { systemActor, type Job, type JobPayload } from '#kernel/job.ts'
import type { Address } from '#platform/database.ts'
import { workQueue, type QueueTask } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import { timetable, type World } from './timetable.ts'

/** Every job there is. */
export const allJobs: readonly Job[] = [
  ...audit,
  ...documents,
  ...recomputation,
  ...reminders,
  ...secondFactors,
  ...signIn,
  ...versionMoves,
]

/** What the worker needs. */
export interface WorkerWorld extends World {
  /** As the role that works the queue. */
  readonly address: Address
  readonly log: Log
  /** How many jobs are worked at once; four unless said otherwise. */
  readonly concurrency?: number
  /** How long running jobs may go on once the worker is closed; twenty seconds unless said otherwise. */
  readonly stoppingMilliseconds?: number
}

/** Works jobs and the timetable until it is closed; closing lets running jobs finish. */
export async function startWorker(world: WorkerWorld): Promise<{ close(): Promise<void> }> {
  return workQueue({
    address: world.address,
    log: world.log,
    concurrency: world.concurrency ?? 4,
    stoppingMilliseconds: world.stoppingMilliseconds ?? 20_000,
    tasks: [
      ...allJobs.map((each) => taskOf(each, world)),
      ...timetable.map((timed) => ({ ...timed, run: () => timed.work(world) })),
    ],
  })
}

/** The queue's view of a job: who acts is the system, for the organisation that the payload names. */
export const taskOf = (each: Job, { database, outside, clock }: World): QueueTask => ({
  name: each.name,
  run(told, signal) {
    const { organisationId, ...payload } = told as JobPayload
    // who acts names the organisation of every transaction of the job
    const actor = systemActor(Number(organisationId))
    return each.work({ payload, actor, database, outside, clock, signal })
  },
})
