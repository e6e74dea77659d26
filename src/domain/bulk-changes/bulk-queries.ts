import { bool, instant, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** What became of one case of several. */
export interface BulkLine {
  readonly caseId: number
  readonly result: 'done' | 'as it was' | 'not there' | 'closed' | 'not allowed'
  /** Why it was not done. */
  readonly why?: string
  /** What undoing it needs. */
  readonly before?: unknown
  readonly fromTeamId?: number | null
  readonly fromUserId?: number | null
  readonly toTeamId?: number | null
  readonly toUserId?: number | null
}

/** Keeps what was done to several cases, and gives the number of it. */
export const insertBulkChange = change({
  takes: {
    userId: int8,
    kind: text,
    what: nullable(text),
    lines: json<readonly BulkLine[]>(),
    now: instant,
  },
  returns: { bulkChangeId: int8 },
  sql: `
    with made as (
      insert into bulk_changes (organisation_id, user_id, made_at, kind, what)
      select u.organisation_id, u.user_id, :now, :kind, :what
      from users u
      where u.organisation_id = :organisationId and u.user_id = :userId
      returning bulk_change_id
    ), lines as (
      insert into bulk_change_lines (organisation_id, bulk_change_id, case_id, result, from_team_id,
        from_user_id, to_team_id, to_user_id, why, before, last_event_id)
      select :organisationId, m.bulk_change_id, l."caseId", l.result, l."fromTeamId", l."fromUserId",
        l."toTeamId", l."toUserId", l.why, l.before, (
          select max(e.event_id)
          from case_events e
          where e.organisation_id = :organisationId and e.case_id = l."caseId"
            and l.result = 'done'
        )
      from made m, jsonb_to_recordset(:lines) as l ("caseId" bigint, result text,
        "fromTeamId" bigint, "fromUserId" bigint, "toTeamId" bigint, "toUserId" bigint,
        why text, before jsonb)
    )
    select bulk_change_id as "bulkChangeId" from made`,
})

const own = { userId: int8, bulkChangeId: int8 }

/** What somebody did to several cases; who manages the staff sees what anybody did. */
export const findBulkChange = find({
  takes: { ...own, isManager: bool },
  returns: { madeAt: instant, undoneAt: nullable(instant), kind: text, what: nullable(text) },
  sql: `
    select b.made_at as "madeAt", b.undone_at as "undoneAt", b.kind, b.what
    from bulk_changes b
    where b.organisation_id = :organisationId and (b.user_id = :userId or :isManager)
      and b.bulk_change_id = :bulkChangeId`,
})

/** The person's own, and nobody else can undo it meanwhile. */
export const lockBulkChange = find({
  takes: own,
  returns: { isUndone: bool, kind: text, what: nullable(text) },
  sql: `
    select b.undone_at is not null as "isUndone", b.kind, b.what
    from bulk_changes b
    where b.organisation_id = :organisationId and b.user_id = :userId
      and b.bulk_change_id = :bulkChangeId
    for no key update`,
})

/** What became of each case; one that the reader may no longer know of is left out. */
export const listBulkLines = list({
  takes: { bulkChangeId: int8 },
  returns: {
    caseId: int8,
    result: text,
    undone: nullable(text),
    why: nullable(text),
    fromTeamId: nullable(int8),
    fromUserId: nullable(int8),
    toTeamId: nullable(int8),
    toUserId: nullable(int8),
    team: nullable(text),
    person: nullable(text),
  },
  sql: `
    select l.case_id as "caseId", l.result, l.undone, l.why, l.from_team_id as "fromTeamId",
      l.from_user_id as "fromUserId", l.to_team_id as "toTeamId", l.to_user_id as "toUserId",
      t.name as team, u.full_name as person
    from bulk_change_lines l
    left join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
    left join teams t on t.organisation_id = l.organisation_id and t.team_id = l.to_team_id
    left join users u on u.organisation_id = l.organisation_id and u.user_id = l.to_user_id
    where l.organisation_id = :organisationId and l.bulk_change_id = :bulkChangeId
      and (c.case_id is not null or l.result = 'not there')
    order by l.case_id`,
})

/** What came of undoing one case. */
export interface UndoneLine {
  readonly caseId: number
  readonly undone: 'done' | 'not there' | 'changed since'
}

/** Notes that something was undone, and what came of it for each case. */
export const markUndone = change({
  takes: { bulkChangeId: int8, lines: json<readonly UndoneLine[]>(), now: instant },
  returns: {},
  sql: `
    with lines as (
      update bulk_change_lines l set undone = n.undone
      from jsonb_to_recordset(:lines) as n ("caseId" bigint, undone text)
      where l.organisation_id = :organisationId and l.bulk_change_id = :bulkChangeId
        and l.case_id = n."caseId"
    )
    update bulk_changes set undone_at = :now
    where organisation_id = :organisationId and bulk_change_id = :bulkChangeId`,
})

/** What there is to say of cases that were chosen: of those that the reader may know of. */
export const listChosenCases = list({
  takes: { caseIds: json<readonly number[]>() },
  returns: { caseId: int8, isClosed: bool, team: nullable(text), person: nullable(text) },
  sql: `
    select c.case_id as "caseId", c.closed_on is not null as "isClosed", t.name as team,
      u.full_name as person
    from jsonb_array_elements_text(:caseIds) as n (case_id)
    join cases c on c.organisation_id = :organisationId and c.case_id = n.case_id::bigint
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
    order by c.case_id`,
})
