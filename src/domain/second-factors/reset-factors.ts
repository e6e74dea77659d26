import { recordChange } from '#domain/change-log/index.ts'
import { endOtherSessions } from '#domain/sessions/index.ts'
import { enqueue } from '#kernel/job.ts'
import type { Writing } from '#platform/statement.ts'
import { countFactors, deleteFactors, lockPerson } from './queries.ts'
import { tellResetJob } from './tell-reset.job.ts'

/** Whose factors are reset, by whom and when. */
export interface Resetting {
  readonly userId: number
  readonly userName: string
  readonly by: string
  readonly now: Date
}

/** What resetting somebody's factors came to. */
export interface FactorsReset {
  /** How many second factors they had. */
  readonly factors: number
  readonly sessionsEnded: number
}

/**
 * Forgets somebody's second factors and recovery codes and ends their sessions, which whoever has found the lost
 * device may hold; the person is told by mail.
 */
export async function resetFactors(
  db: Writing,
  { userId, userName, by, now }: Resetting,
): Promise<FactorsReset> {
  await lockPerson(db, { userId })
  const { apps, passkeys } = await countFactors(db, { userId })
  const factors = apps + passkeys
  void deleteFactors(db, { userId })
  const ended = await endOtherSessions(db, { userId, keptId: null, now })
  const before = { 'second factors': factors }
  recordChange(
    db,
    { kind: 'person', subject: userName, before, after: { 'second factors': 0 } },
    { by, now },
  )
  if (factors > 0) await enqueue(db, tellResetJob, { payload: { userId } })
  return { factors, sessionsEnded: ended.length }
}
