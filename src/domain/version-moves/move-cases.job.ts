import { caseTypeVersion } from '#domain/case-types/index.ts'
import { enqueue, job } from '#kernel/job.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { moveToVersion } from './move-case.ts'
import { finishMove, lockMove, lockNextOlderCase, noteLine } from './queries.ts'

/** How long one turn of the job goes on before others have theirs. */
const turnMilliseconds = 10_000

interface Move {
  readonly organisationId: number
  readonly move: number
  readonly now: Date
}

/** Moves the open cases of a type to a newer version, each in a transaction of its own, turn by turn. */
export const moveCasesJob = job<{ readonly move: number }>({
  name: 'movecasestoversion',
  attempts: 25,
  async work({ payload: { move }, actor: { organisationId }, database, clock, signal }) {
    const turn = AbortSignal.any([signal, AbortSignal.timeout(turnMilliseconds)])
    const failures: unknown[] = []
    let hasMore = true
    while (hasMore && !turn.aborted) {
      const next = await moveNext(database, { organisationId, move, now: clock.now() })
      hasMore = next.hasMore
      if ('failure' in next) failures.push(next.failure)
    }
    if (hasMore)
      await database.write(organisationId, async (db) => {
        await enqueue(db, moveCasesJob, { payload: { move } })
      })
    // told once everything else is done: whoever tries again finds nothing left of this turn
    if (failures.length > 0) throw failures[0]
  },
})

type Next = { readonly hasMore: boolean } | { readonly hasMore: true; readonly failure: unknown }

/** Moves the next case. One that cannot be moved does not keep the others from it. */
async function moveNext(database: Database, { organisationId, move, now }: Move): Promise<Next> {
  let failed: NextCase | undefined
  try {
    return await database.write(organisationId, async (db) => {
      failed = undefined
      const [found] = await lockMove(db, { move })
      if (!found) return { hasMore: false }
      const { caseTypeId, version, author, choices } = found
      const [next] = await lockNextOlderCase(db, { caseTypeId, version, after: found.reached })
      if (!next) {
        void finishMove(db, { move, now })
        return { hasMore: false }
      }
      failed = next
      const to = await caseTypeVersion(db, { caseTypeId, version })
      const doing = { author, userId: null, now }
      const result = await moveToVersion(db, { caseId: next.caseId, to, choices, doing })
      void noteLine(db, { move, result, ...next })
      return { hasMore: true }
    })
  } catch (failure) {
    const next = failed
    if (next === undefined) throw failure
    await database.write(organisationId, (db) => noteFailure(db, move, next))
    return { hasMore: true, failure }
  }
}

type NextCase = Awaited<ReturnType<typeof lockNextOlderCase>>[number]

/** Another may have moved it meanwhile. */
async function noteFailure(db: Writing, move: number, next: NextCase): Promise<void> {
  const [found] = await lockMove(db, { move })
  if (found && found.reached < next.caseId) void noteLine(db, { move, result: 'failed', ...next })
}
