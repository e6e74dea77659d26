import { date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'
import type { NoticeParticulars } from './mail-queries.ts'

/** Somebody's notices of cases that the reader may know of, new ones first, so many at most. */
export const listNotices = list({
  takes: { userId: int8, most: int4 },
  returns: {
    noticeId: int8,
    caseId: int8,
    caseType: text,
    kind: text,
    dueOn: nullable(date),
    particulars: json<NoticeParticulars>(),
    createdAt: instant,
    seenAt: nullable(instant),
  },
  sql: `
    select n.notice_id as "noticeId", n.case_id as "caseId", coalesce(v.label, t.name) as "caseType", n.kind,
      n.due_on as "dueOn",
      n.particulars, n.created_at as "createdAt", n.seen_at as "seenAt"
    from notices n
    join cases c on c.organisation_id = n.organisation_id and c.case_id = n.case_id
    join case_type_versions v on v.organisation_id = c.organisation_id
      and v.case_type_id = c.case_type_id and v.version = c.case_type_version
    join case_types t on t.organisation_id = v.organisation_id and t.case_type_id = v.case_type_id
    where n.organisation_id = :organisationId and n.user_id = :userId
    order by n.seen_at is not null, n.notice_id desc
    limit :most`,
})

/** How many notices somebody has not seen. */
export const countUnseenNotices = get({
  takes: { userId: int8 },
  returns: { unseen: int4 },
  sql: `
    select count(*)::int4 as unseen
    from notices n
    join cases c on c.organisation_id = n.organisation_id and c.case_id = n.case_id
    where n.organisation_id = :organisationId and n.user_id = :userId and n.seen_at is null`,
})

/** Notes that somebody has seen their notices, up to one and with it: what has come since is still new. */
export const markSeen = change({
  takes: { userId: int8, upTo: int8, now: instant },
  returns: { noticeId: int8 },
  sql: `
    update notices n set seen_at = :now
    where n.organisation_id = :organisationId and n.user_id = :userId and n.notice_id <= :upTo
      and n.seen_at is null
    returning n.notice_id as "noticeId"`,
})

/** Names who manages a team; no row where there is no such team or nobody active of that address. */
export const setTeamManager = change({
  takes: { code: text, email: text },
  returns: { code: text, userName: text },
  sql: `
    with wanted as (
      select t.organisation_id, t.team_id, t.code, u.user_id, u.user_name
      from teams t
      join users u on u.organisation_id = t.organisation_id and lower(u.email) = lower(:email)
        and u.disabled_at is null
      where t.organisation_id = :organisationId and lower(t.code) = lower(:code)
        and t.succeeded_by is null
    ), kept as (
      insert into team_managers as m (organisation_id, team_id, user_id)
      select w.organisation_id, w.team_id, w.user_id
      from wanted w
      on conflict (organisation_id, team_id) do update set user_id = excluded.user_id
    )
    select w.code, w.user_name as "userName" from wanted w`,
})

/** Leaves a team without anybody who manages it. */
export const removeTeamManager = change({
  takes: { code: text },
  returns: {},
  sql: `
    delete from team_managers m
    using teams t
    where m.organisation_id = :organisationId and t.organisation_id = m.organisation_id
      and t.team_id = m.team_id and lower(t.code) = lower(:code)`,
})

/** Who manages a team. */
export const findTeamManager = find({
  takes: { code: text },
  returns: { userName: text },
  sql: `
    select u.user_name as "userName"
    from team_managers m
    join teams t on t.organisation_id = m.organisation_id and t.team_id = m.team_id
    join users u on u.organisation_id = m.organisation_id and u.user_id = m.user_id
    where m.organisation_id = :organisationId and lower(t.code) = lower(:code)`,
})
