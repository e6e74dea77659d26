import { bool, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

export const insertRecomputation = change({
  takes: { reason: text, author: text, now: instant },
  returns: { recomputationId: int8 },
  sql: `
    insert into recomputations (organisation_id, reason, requested_by, requested_at)
    values (:organisationId, :reason, :author, :now)
    returning recomputation_id as "recomputationId"`,
})

/** Keeps others away from a recomputation; says how far it has come. */
export const lockRecomputation = change({
  takes: { recomputationId: int8 },
  returns: { reached: int8, isFinished: bool },
  sql: `
    select r.reached_case_id as reached, r.finished_at is not null as "isFinished"
    from recomputations r
    where r.organisation_id = :organisationId and r.recomputation_id = :recomputationId
    for update`,
})

/** Notes how far a recomputation has come; finished where there was no further case. */
export const advanceRecomputation = change({
  takes: {
    recomputationId: int8,
    reached: nullable(int8),
    cases: int4,
    moved: int4,
    now: instant,
  },
  returns: {},
  sql: `
    update recomputations
    set reached_case_id = coalesce(:reached, reached_case_id), cases_seen = cases_seen + :cases,
      deadlines_moved = deadlines_moved + :moved,
      finished_at = case when :reached is null then :now end
    where organisation_id = :organisationId and recomputation_id = :recomputationId`,
})

/** The latest recomputations, newest first, each with how many open cases it has still to see. */
export const listRecomputations = list({
  takes: { most: int4 },
  returns: {
    recomputationId: int8,
    reason: text,
    requestedBy: text,
    requestedAt: instant,
    finishedAt: nullable(instant),
    casesSeen: int8,
    casesLeft: int8,
    deadlinesMoved: int8,
  },
  sql: `
    select r.recomputation_id as "recomputationId", r.reason, r.requested_by as "requestedBy",
      r.requested_at as "requestedAt", r.finished_at as "finishedAt",
      r.cases_seen as "casesSeen", case when r.finished_at is not null then 0 else (
        select count(*) from cases c
        where c.organisation_id = r.organisation_id and c.closed_on is null
          and c.case_id > r.reached_case_id
      ) end as "casesLeft", r.deadlines_moved as "deadlinesMoved"
    from recomputations r
    where r.organisation_id = :organisationId
    order by r.recomputation_id desc
    limit :most`,
})

/** Keeps others away from the next open cases; gives how many they are and the last of them. */
export const lockNextOpenCases = change({
  takes: { after: int8, most: int4 },
  returns: { cases: int4, last: nullable(int8) },
  sql: `
    with locked as (
      select c.case_id
      from cases c
      where c.organisation_id = :organisationId and c.case_id > :after and c.closed_on is null
      order by c.case_id
      limit :most
      for no key update
    )
    select count(*)::int as cases, max(case_id) as last from locked`,
})

/** The last of the next open cases after one; null where there is none. */
export const findOpenCaseAfter = get({
  takes: { after: int8, most: int4 },
  returns: { last: nullable(int8) },
  sql: `
    select max(n.case_id) as last
    from (
      select c.case_id
      from cases c
      where c.organisation_id = :organisationId and c.case_id > :after and c.closed_on is null
      order by c.case_id
      limit :most
    ) n`,
})
