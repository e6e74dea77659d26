import type { Nation } from '#domain/calendar/index.ts'
import { enqueue, job } from '#kernel/job.ts'
import type { Writing } from '#platform/statement.ts'
import { recomputeBatch } from './recompute-batch.ts'
import { insertRecomputation } from './queries.ts'

/** How long one turn of the job goes on before others have theirs. */
const turnMilliseconds = 10_000

/** Settles all open cases of an organisation, batch by batch, turn by turn. */
export const recomputeDeadlinesJob = job<{ readonly recomputationId: number }>({
  name: 'recomputedeadlines',
  attempts: 25,
  async work({ payload, actor: { organisationId }, database, clock, signal }) {
    const { recomputationId } = payload
    const turn = AbortSignal.any([signal, AbortSignal.timeout(turnMilliseconds)])
    let hasMore = true
    while (hasMore && !turn.aborted)
      hasMore = await database.write(organisationId, (db) =>
        recomputeBatch(db, { recomputationId, now: clock.now() }),
      )
    if (hasMore)
      await database.write(organisationId, async (db) => {
        await enqueue(db, recomputeDeadlinesJob, { payload: { recomputationId } })
      })
  },
})

/** Why everything is recomputed, and who asked for it when. */
interface Asked {
  readonly reason: string
  readonly author: string
  readonly now: Date
}

/** Has every open case settled in the background where the organisation has come to be of another nation. */
export async function recountForNation(
  db: Writing,
  { from, to }: { readonly from: Nation; readonly to: Nation },
  { author, now }: Omit<Asked, 'reason'>,
): Promise<void> {
  if (from !== to)
    await startRecomputation(db, { reason: `The nation is ${to}, no longer ${from}`, author, now })
}

/** Has every open case settled in the background, with the transaction; gives the recomputation's number. */
export async function startRecomputation(
  db: Writing,
  { reason, author, now }: Asked,
): Promise<number> {
  const [row] = await insertRecomputation(db, { reason, author, now })
  const recomputationId = row?.recomputationId ?? 0
  void enqueue(db, recomputeDeadlinesJob, { payload: { recomputationId } })
  return recomputationId
}
