import { date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'
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
  returns: { teamId: int8, userName: text },
  sql: `
    insert into team_managers as m (organisation_id, team_id, user_id)
    select t.organisation_id, t.team_id, u.user_id
    from teams t
    join users u on u.organisation_id = t.organisation_id and lower(u.email) = lower(:email)
      and u.disabled_at is null
    where t.organisation_id = :organisationId and lower(t.code) = lower(:code)
    on conflict (organisation_id, team_id) do update set user_id = excluded.user_id
    returning m.team_id as "teamId", (
      select u.user_name from users u
      where u.organisation_id = m.organisation_id and u.user_id = m.user_id
    ) as "userName"`,
})
