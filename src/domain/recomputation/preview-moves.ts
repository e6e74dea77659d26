import { settleRange, type DeadlineMove } from '#domain/clock/index.ts'
import type { OwnCalendars } from '#domain/holidays/index.ts'
import type { Database } from '#platform/database.ts'
import { findOpenCaseAfter } from './queries.ts'

const batch = 500

/** Every deadline of an open case that would move were the calendars as given; nothing is written. */
export async function previewMoves(
  database: Database,
  organisationId: number,
  { calendars, now }: { readonly calendars: OwnCalendars; readonly now: Date },
): Promise<readonly DeadlineMove[]> {
  const moves: DeadlineMove[] = []
  let after: number | null = 0
  while (after !== null) {
    const from: number = after
    after = await database.read(organisationId, async (db) => {
      const { last } = await findOpenCaseAfter(db, { after: from, most: batch })
      if (last === null) return null
      moves.push(
        ...(await settleRange(db, { after: from, upTo: last, instead: calendars, now })).moves,
      )
      return last
    })
  }
  return moves
}
