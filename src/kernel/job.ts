import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import { insertJob } from '#platform/jobs-queue.ts'
import type { Outside } from '#platform/outside.ts'
import type { Writing } from '#platform/statement.ts'
import type { Actor } from './actor.ts'
import { permissions } from './permission.ts'

/** What a job is told: ids only, never what they stand for. */
export type JobPayload = Readonly<Record<string, number | string>>

/** What a job's work is given. It may use transactions of the organisation, and run twice. */
export interface JobWork<P extends JobPayload> {
  readonly payload: P
  readonly actor: Actor
  readonly database: Database
  readonly outside: Outside
  readonly clock: Clock
  /** Fires when the worker is to stop and has waited long enough. */
  readonly signal: AbortSignal
}

/** Work to be done later, once for each time it is enqueued; what it throws makes it be tried again. */
export interface Job<P extends JobPayload = JobPayload> {
  /** The name under which it is queued; never reused for something else. */
  readonly name: string
  /** How often it is tried, ever more slowly, before it is left to an administrator. */
  readonly attempts: number
  work(task: JobWork<P>): Promise<void>
}

/** Declares a job. */
export const job = <P extends JobPayload>(definition: Job<P>): Job<P> => Object.freeze(definition)

/** Puts a job in with the transaction: it exists if and only if the transaction commits. */
export const enqueue = <P extends JobPayload>(
  db: Writing,
  { name, attempts }: Job<P>,
  { payload, runAt }: { readonly payload: P; readonly runAt?: Date },
): Promise<unknown> => insertJob(db, { task: name, payload, runAt: runAt ?? null, attempts })

/** Who acts where nobody has asked: the program itself, on behalf of an organisation. */
export const systemActor = (organisationId: number): Actor =>
  Object.freeze<Actor>({
    organisationId,
    kind: 'system',
    id: 0,
    name: 'Casewright',
    permissions: new Set(permissions),
  })
