import {
  writeSettled,
  type CountedCase,
  settle,
  type DeadlineMove,
  type Settled,
  type DatedCase,
} from '#domain/clock/index.ts'
import { touching, type EventKind } from '#domain/events/index.ts'
import { instant, int8, json, text } from '#platform/columns.ts'
import { change, type Writing } from '#platform/statement.ts'

/** Who does something to a case's clock, and when. */
export interface Doing {
  readonly author: string
  readonly now: Date
}

const insertClockNews = change({
  takes: {
    caseId: int8,
    kind: text,
    particulars: json<Readonly<Record<string, unknown>>>(),
    author: text,
    now: instant,
  },
  returns: {},
  sql: `
    with touched as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id = :caseId
    )
    insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
    values (:organisationId, :caseId, :kind, :particulars, :author, :now)`,
})

/** What happened, and what the history tells of it beside the dates that moved. */
export interface News {
  readonly kind: EventKind
  readonly particulars: Readonly<Record<string, unknown>>
}

/**
 * Settles a case as it is with a change to it, tells its history what moved, and gives that. The change itself is
 * the caller's to write.
 */
export function settleWith(
  db: Writing,
  { dated, settled }: { readonly dated: DatedCase; readonly settled: Settled },
  { author, now, kind, particulars }: Doing & News,
): readonly DeadlineMove[] {
  const { caseId } = dated
  const { moves } = settled.settlement
  writeSettled(db, settled.settlement, { now })
  void insertClockNews(db, {
    caseId,
    kind,
    particulars: { ...particulars, moves: moves.map(told) },
    author,
    now,
  })
  return moves
}

const told = ({ track, stage, code, before, after }: DeadlineMove) => ({
  track,
  stage,
  code,
  before,
  after,
})

/** A case counted with a change to it, and nothing written yet. */
export const settledAs = (counted: CountedCase, dated: DatedCase, now: Date) => ({
  dated,
  settled: settle(dated, counted.ground, { inFull: true, now, before: counted.dated.deadlines }),
})
