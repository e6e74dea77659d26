import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'
import type { Choices } from './becoming.ts'

const ofType = { caseTypeId: int8, version: int4 }
const older = `c.organisation_id = :organisationId and c.case_type_id = :caseTypeId
      and c.case_type_version < :version and c.closed_on is null and c.merged_into is null`

/** Keeps others from moving cases of a type; tells whether a move of them is under way. */
export const lockType = change({
  takes: { caseTypeId: int8 },
  returns: { isMoving: bool },
  sql: `
    with locked as (
      select t.case_type_id
      from case_types t
      where t.organisation_id = :organisationId and t.case_type_id = :caseTypeId
      for update
    )
    select exists (
      select from version_moves m
      where m.organisation_id = :organisationId and m.case_type_id = l.case_type_id
        and m.finished_at is null
    ) as "isMoving"
    from locked l`,
})

/** How many open cases are under each older version of a type. */
export const countOlderCases = list({
  takes: ofType,
  returns: { version: int4, cases: int4 },
  sql: `
    select c.case_type_version as version, count(*)::int as cases
    from cases c
    where ${older}
    group by c.case_type_version
    order by c.case_type_version`,
})

/** The open cases under older versions of a type, each as it is. */
export const listOlderCases = list({
  takes: { ...ofType, most: int4 },
  returns: { caseId: int8, attributes: json<Readonly<Record<string, unknown>>>() },
  sql: `
    select c.case_id as "caseId", c.attributes
    from cases c
    where ${older}
    order by c.case_id
    limit :most`,
})

/** In which stages the open cases under older versions are, and how many in each. */
export const listOlderStages = list({
  takes: ofType,
  returns: { version: int4, track: text, stage: text, cases: int4 },
  sql: `
    select c.case_type_version as version, s.track, s.code as stage, count(*)::int as cases
    from cases c
    join case_stages s on s.organisation_id = c.organisation_id and s.case_id = c.case_id
      and s.started_at is not null and s.ended_at is null
    where ${older}
    group by c.case_type_version, s.track, s.code
    order by s.track, s.code, c.case_type_version`,
})

/** The latest move of a type's cases, and what has become of those that the reader may know of. */
export const findLatestMove = find({
  takes: { caseTypeId: int8 },
  returns: {
    move: int8,
    toVersion: int4,
    requestedBy: text,
    requestedAt: instant,
    finishedAt: nullable(instant),
    moved: int4,
    stayed: int4,
    left: int4,
  },
  sql: `
    select m.version_move_id as move, m.to_version as "toVersion", m.requested_by as "requestedBy",
      m.requested_at as "requestedAt", m.finished_at as "finishedAt", n.moved, n.stayed,
      case when m.finished_at is null then (
        select count(*)::int
        from cases c
        where c.organisation_id = m.organisation_id and c.case_type_id = m.case_type_id
          and c.case_type_version < m.to_version and c.closed_on is null
          and c.merged_into is null and c.case_id > m.reached_case_id
      ) else 0 end as left
    from version_moves m
    cross join lateral (
      select count(*) filter (where l.result = 'moved')::int as moved,
        count(*) filter (where l.result <> 'moved')::int as stayed
      from version_move_lines l
      join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
      where l.organisation_id = m.organisation_id and l.version_move_id = m.version_move_id
    ) n
    where m.organisation_id = :organisationId and m.case_type_id = :caseTypeId
    order by m.version_move_id desc
    limit 1`,
})

/** What became of the next cases of a move, of those that the reader may know of: those that stayed come first. */
export const listLines = list({
  takes: { move: int8, after: int8, most: int4 },
  returns: {
    caseId: int8,
    result: text,
    fromVersion: int4,
    targetBefore: nullable(date),
    targetAfter: nullable(date),
  },
  sql: `
    select l.case_id as "caseId", l.result, l.from_version as "fromVersion",
      l.target_before as "targetBefore", l.target_after as "targetAfter"
    from version_move_lines l
    join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
    where l.organisation_id = :organisationId and l.version_move_id = :move
      and l.case_id > :after
    order by l.case_id
    limit :most`,
})

/** What waits in the stages that open cases under older versions are in, and in how many of them. */
export const listOlderWork = list({
  takes: ofType,
  returns: { track: text, stage: text, kind: text, name: text, cases: int4 },
  sql: `
    select s.track, s.code as stage, w.kind, w.name, count(distinct c.case_id)::int as cases
    from cases c
    join case_stages s on s.organisation_id = c.organisation_id and s.case_id = c.case_id
      and s.started_at is not null and s.ended_at is null
    cross join lateral (
      select 'task' as kind, t.title as name
      from tasks t
      where t.organisation_id = c.organisation_id and t.case_id = c.case_id and t.track = s.track
        and t.stage = s.code and t.completed_at is null
      union all
      select 'letter', l.name
      from letter_drafts l
      where l.organisation_id = c.organisation_id and l.case_id = c.case_id and l.track = s.track
        and l.stage = s.code and l.sent_at is null and l.dropped_at is null
    ) w
    where ${older}
    group by s.track, s.code, w.kind, w.name
    order by w.kind desc, w.name, s.track, s.code`,
})

/** Keeps a move; it is finished where there is nothing to move. */
export const insertMove = change({
  takes: {
    ...ofType,
    choices: json<Choices>(),
    author: text,
    now: instant,
    finishedAt: nullable(instant),
  },
  returns: { move: int8 },
  sql: `
    insert into version_moves (organisation_id, case_type_id, to_version, choices, requested_by,
      requested_at, finished_at)
    values (:organisationId, :caseTypeId, :version, :choices, :author, :now, :finishedAt)
    returning version_move_id as move`,
})

/** Keeps others away from a move that goes on; gives what it needs. */
export const lockMove = change({
  takes: { move: int8 },
  returns: {
    caseTypeId: int8,
    version: int4,
    choices: json<Choices>(),
    author: text,
    reached: int8,
  },
  sql: `
    select m.case_type_id as "caseTypeId", m.to_version as version, m.choices,
      m.requested_by as author, m.reached_case_id as reached
    from version_moves m
    where m.organisation_id = :organisationId and m.version_move_id = :move
      and m.finished_at is null
    for update`,
})

/** Keeps others away from the next case that is to be moved. */
export const lockNextOlderCase = change({
  takes: { ...ofType, after: int8 },
  returns: { caseId: int8, fromVersion: int4, targetBefore: nullable(date) },
  sql: `
    select c.case_id as "caseId", c.case_type_version as "fromVersion",
      c.target_on as "targetBefore"
    from cases c
    where ${older} and c.case_id > :after
    order by c.case_id
    limit 1
    for no key update`,
})

/** Notes what became of a case, and that the move has come to it. */
export const noteLine = change({
  takes: {
    move: int8,
    caseId: int8,
    result: text,
    fromVersion: int4,
    targetBefore: nullable(date),
  },
  returns: {},
  sql: `
    with reached as (
      update version_moves
      set reached_case_id = :caseId
      where organisation_id = :organisationId and version_move_id = :move
    )
    insert into version_move_lines (organisation_id, version_move_id, case_id, result,
      from_version, target_before, target_after)
    select :organisationId, :move, c.case_id, :result, :fromVersion, :targetBefore, c.target_on
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

export const finishMove = change({
  takes: { move: int8, now: instant },
  returns: {},
  sql: `
    update version_moves
    set finished_at = :now
    where organisation_id = :organisationId and version_move_id = :move`,
})

/** What there is to know of a case before it is moved. */
export const getMovable = get({
  takes: { caseId: int8 },
  returns: {
    label: nullable(text),
    rating: nullable(text),
    attributes: json<Readonly<Record<string, unknown>>>(),
  },
  sql: `
    select c.label, c.rating, c.attributes
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})
