import { touching, type EventKind } from '#domain/events/index.ts'
import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

const author = { author: text, now: instant }

/** The event for the history of a case of which the part `changed` has changed something; may name `who`. */
const telling = (kind: EventKind, particulars = `'{}'::jsonb`): string => `
    event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, '${kind}', ${particulars}, :author, :now
      from changed
    )`
const who = `
    who as (
      select u.user_id, u.user_name
      from users u
      where u.organisation_id = :organisationId and u.user_id = :userId
    )`
const named = `(select jsonb_build_object('user', w.user_name) from who w)`

/** Somebody who can sign in, by user name. */
export const findPerson = find({
  takes: { userName: text },
  returns: { userId: int8, fullName: text },
  sql: `
    select u.user_id as "userId", u.full_name as "fullName"
    from users u
    where u.organisation_id = :organisationId and lower(u.user_name) = lower(trim(:userName))
      and u.disabled_at is null`,
})

/** Is a case confidential, and who has it? */
export const getMark = get({
  takes: { caseId: int8 },
  returns: { isConfidential: bool, owner: nullable(text), ownerId: nullable(int8) },
  sql: `
    select c.is_confidential as "isConfidential", u.full_name as owner,
      c.assigned_user_id as "ownerId"
    from cases c
    left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Those who are named on a case, by name; what has lapsed is left out. */
export const listReaders = list({
  takes: { caseId: int8, now: instant },
  returns: {
    userName: text,
    fullName: text,
    namedBy: text,
    namedAt: instant,
    reason: nullable(text),
    until: nullable(instant),
  },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", r.named_by as "namedBy",
      r.named_at as "namedAt", r.reason, r.until_at as until
    from case_readers r
    join users u on u.organisation_id = r.organisation_id and u.user_id = r.user_id
    where r.organisation_id = :organisationId and r.case_id = :caseId
      and (r.until_at is null or r.until_at > :now)
    order by u.full_name, u.user_name`,
})

/** The confidential cases that somebody has opened in an emergency and still may, the last opened first. */
export const listOpenings = list({
  takes: { userId: int8, now: instant },
  returns: { caseId: int8, reason: nullable(text), until: nullable(instant) },
  sql: `
    select r.case_id as "caseId", r.reason, r.until_at as until
    from case_readers r
    join cases c on c.organisation_id = r.organisation_id and c.case_id = r.case_id
    where r.organisation_id = :organisationId and r.user_id = :userId and r.until_at > :now
    order by r.until_at desc, r.case_id`,
})

/** Those who are barred from a case, by name. */
export const listBars = list({
  takes: { caseId: int8 },
  returns: {
    userName: text,
    fullName: text,
    reason: text,
    barredBy: text,
    barredAt: instant,
  },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", b.reason,
      b.barred_by as "barredBy", b.barred_at as "barredAt"
    from case_bars b
    join users u on u.organisation_id = b.organisation_id and u.user_id = b.user_id
    where b.organisation_id = :organisationId and b.case_id = :caseId
    order by u.full_name, u.user_name`,
})

/** Everybody who can sign in, by name. */
export const listPeople = list({
  takes: {},
  returns: { userId: int8, userName: text, fullName: text, role: text },
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.role
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
    order by u.full_name, u.user_name`,
})

const setMark = (isConfidential: boolean, kind: EventKind) =>
  change({
    takes: { caseId: int8, ...author },
    returns: { caseId: int8 },
    sql: `
      with changed as (
        update cases
        set is_confidential = ${isConfidential}, ${touching}
        where organisation_id = :organisationId and case_id = :caseId
          and is_confidential is distinct from ${isConfidential}
        returning case_id
      ), ${telling(kind)}
      select case_id as "caseId" from changed`,
  })

/** Makes a case confidential; no row where it is already. */
export const makeConfidential = setMark(true, 'madeConfidential')

/** Opens a case to all; no row where it is open already. */
export const makeOpen = setMark(false, 'madeOpen')

/** Names somebody on a case for good; no row where they are already. */
export const insertReader = change({
  takes: { caseId: int8, userId: int8, ...author },
  returns: { userId: int8 },
  sql: `
    with ${who}, changed as (
      insert into case_readers as r (organisation_id, case_id, user_id, named_by, named_at)
      select :organisationId, :caseId, w.user_id, :author, :now from who w
      on conflict (organisation_id, case_id, user_id) do update
        set named_by = excluded.named_by, named_at = excluded.named_at, reason = null, until_at = null
        where r.until_at is not null
      returning user_id
    ), ${telling('readerNamed', named)}
    select user_id as "userId" from changed`,
})

/** Names somebody on a case no longer; no row where they were not. */
export const deleteReader = change({
  takes: { caseId: int8, userId: int8, ...author },
  returns: { userId: int8 },
  sql: `
    with ${who}, changed as (
      delete from case_readers
      where organisation_id = :organisationId and case_id = :caseId and user_id = :userId
      returning user_id
    ), ${telling('readerDropped', named)}
    select user_id as "userId" from changed`,
})

/** Bars somebody from a case, or says the reason anew; whoever was named is so no longer. */
export const insertBar = change({
  takes: { caseId: int8, userId: int8, reason: text, ...author },
  returns: { userId: int8 },
  sql: `
    with ${who}, changed as (
      insert into case_bars (organisation_id, case_id, user_id, reason, barred_by, barred_at)
      select :organisationId, :caseId, w.user_id, :reason, :author, :now from who w
      on conflict (organisation_id, case_id, user_id) do update
        set reason = excluded.reason, barred_by = excluded.barred_by, barred_at = excluded.barred_at
      returning user_id
    ), unnamed as (
      delete from case_readers
      where organisation_id = :organisationId and case_id = :caseId and user_id = :userId
    ), ${telling('personBarred', named)}
    select user_id as "userId" from changed`,
})

/** Bars somebody no longer; no row where they were not barred. */
export const deleteBar = change({
  takes: { caseId: int8, userId: int8, ...author },
  returns: { userId: int8 },
  sql: `
    with ${who}, changed as (
      delete from case_bars
      where organisation_id = :organisationId and case_id = :caseId and user_id = :userId
      returning user_id
    ), ${telling('personUnbarred', named)}
    select user_id as "userId" from changed`,
})

/**
 * Opens a confidential case for somebody until a moment, tells its history, and its owner or else the manager of
 * its team; no row where there is no such case, or where it is not for them: they are barred.
 */
export const openForPerson = change({
  takes: { caseId: int8, userId: int8, reason: text, until: instant, ...author },
  returns: { caseId: int8 },
  sql: `
    with ${who}, changed as (
      insert into case_readers as r
        (organisation_id, case_id, user_id, named_by, named_at, reason, until_at)
      select :organisationId, c.case_id, w.user_id, :author, :now, :reason, :until
      from find_confidential_case(:caseId) c, who w
      where not exists (
        select from case_bars b
        where b.organisation_id = :organisationId and b.case_id = c.case_id
          and b.user_id = w.user_id
      )
      on conflict (organisation_id, case_id, user_id) do update
        set named_by = excluded.named_by, named_at = excluded.named_at, reason = excluded.reason,
          until_at = case when r.until_at is not null then excluded.until_at end
      returning case_id
    ), noticed as (
      insert into notices (organisation_id, user_id, case_id, kind, particulars, created_at)
      select :organisationId, t.user_id, c.case_id, 'case opened',
        jsonb_build_object('openedBy', :author), :now
      from changed
      join find_confidential_case(:caseId) c on true
      left join team_managers m on m.organisation_id = :organisationId and m.team_id = c.team_id
      cross join lateral (select coalesce(c.assigned_user_id, m.user_id) as user_id) t
      where t.user_id is not null and t.user_id <> :userId
    ), ${telling('openedByBreakGlass', named)}
    select case_id as "caseId" from changed`,
})
