import { settleRange, type DeadlineMove, type Ground } from '#domain/clock/index.ts'
import type { Database } from '#platform/database.ts'
import type { Reading } from '#platform/statement.ts'
import { findOpenCaseAfter } from './queries.ts'

const batch = 500

/** What open cases are counted by for a look instead of what holds, and when that is. */
interface Supposed {
  readonly instead: Partial<Ground>
  readonly now: Date
}

/** Every deadline of an open case that would move were things as supposed; nothing is written. */
export const previewMoves = (
  database: Database,
  organisationId: number,
  supposed: Supposed,
): Promise<readonly DeadlineMove[]> =>
  movesByBatch((after) => database.read(organisationId, (db) => movesOfBatch(db, after, supposed)))

/** The same within one transaction, of the cases that its reader may know of. */
export const movesUnder = (db: Reading, supposed: Supposed): Promise<readonly DeadlineMove[]> =>
  movesByBatch((after) => movesOfBatch(db, after, supposed))

const shownMoves = 20

/** How many deadlines of how many cases move, and the first of them. */
export const toldMoves = <M extends { readonly caseId: number }>(moves: readonly M[]) => ({
  deadlines: moves.length,
  cases: new Set(moves.map(({ caseId }) => caseId)).size,
  moves: moves.slice(0, shownMoves),
})

/** What moves among the next open cases, and the last of them; none where there is no further one. */
type Batch = { readonly last: number; readonly moves: readonly DeadlineMove[] } | undefined

async function movesByBatch(
  next: (after: number) => Promise<Batch>,
): Promise<readonly DeadlineMove[]> {
  const moves: DeadlineMove[] = []
  for (let found = await next(0); found; found = await next(found.last)) moves.push(...found.moves)
  return moves
}

async function movesOfBatch(
  db: Reading,
  after: number,
  { instead, now }: Supposed,
): Promise<Batch> {
  const { last } = await findOpenCaseAfter(db, { after, most: batch })
  if (last === null) return undefined
  const { moves } = await settleRange(db, { after, upTo: last, instead, now })
  return { last, moves }
}
