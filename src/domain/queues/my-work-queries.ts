import { bool, date, int4, int8, json, nullable, text, textArray } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'
import { caseColumns, caseJoined, caseSelected } from './listed-case.ts'

const reader = { userId: int8, today: date, mayClear: bool }

const served = `
    with served as (
      select u.user_id, u.team_id, null as away
      from users u
      where u.organisation_id = :organisationId and u.user_id = :userId
      union all
      select u.user_id, u.team_id, u.full_name
      from absences a
      join users u on u.organisation_id = a.organisation_id and u.user_id = a.user_id
      where a.organisation_id = :organisationId and a.stand_in_user_id = :userId
        and :today between a.from_on and a.until_on
    )`

/** Nobody clears what they wrote, nor does whoever stands in for its writer. */
const tasksAndAnswers = `
      select t.case_id, t.task_id * 2, 'task', t.title, s.away, t.due_on, c.updated_at
      from served s
      join tasks t on t.organisation_id = :organisationId and t.assigned_user_id = s.user_id
        and t.completed_at is null
      join cases c on c.organisation_id = t.organisation_id and c.case_id = t.case_id
      union all
      (select distinct on (k.clearance_id) l.case_id, k.clearance_id * 2 + 1, 'answer', a.title,
        s.away, c.target_on, c.updated_at
      from served s
      join clearance_steps k on k.organisation_id = :organisationId and k.team_id = s.team_id
        and k.state = 'open' and :mayClear
      join clearances l on l.organisation_id = k.organisation_id
        and l.clearance_id = k.clearance_id and l.state = 'running'
      join answers a on a.organisation_id = l.organisation_id and a.case_id = l.case_id
        and a.answer = l.answer
      join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
      where not exists (
        select from answer_versions v
        where v.organisation_id = l.organisation_id and v.case_id = l.case_id
          and v.answer = l.answer and v.author_id in (:userId, s.user_id)
      )
      order by k.clearance_id, s.away nulls first)`

/**
 * What somebody has to do: their cases, tasks and answers to clear, and those of people who are away and for whom
 * they stand in.
 */
const workOf = (casesServed: string): string => `${served}, items as (
      select c.case_id, 0::bigint as item, 'case' as kind, null as what, s.away,
        c.target_on as due_on, c.updated_at
      from ${casesServed}
      union all${tasksAndAnswers}
    ), work as (
      select i.*, coalesce(i.due_on, 'infinity') as key
      from items i
    )`

/** Has a case changed since the reader last looked at it? */
const isChanged = (alias: string): string => `not exists (
        select from case_uses u
        where u.organisation_id = :organisationId and u.user_id = :userId
          and u.case_id = ${alias}.case_id and u.used_at >= ${alias}.updated_at
      )`

const everyCase = `served s
      join cases c on c.organisation_id = :organisationId and c.assigned_user_id = s.user_id
        and c.closed_on is null`

/** What a page is narrowed down by, and where it begins. */
const isWanted = (alias: string, due: string): string =>
  `(:from is null or ${due} >= :from) and (:until is null or ${due} <= :until)
        and (not :isChangedOnly or ${isChanged(alias)})`

/** Of each person's cases no more than a page, in the order of an index: thousands need not be sorted. */
const casesOfPage = `served s
      cross join lateral (
        select c.case_id, c.target_on, c.updated_at
        from cases c
        where c.organisation_id = :organisationId and c.assigned_user_id = s.user_id
          and c.closed_on is null and (:kinds is null or 'case' = any(:kinds))
          and ${isWanted('c', 'c.target_on')}
          and (coalesce(c.target_on, 'infinity'), c.case_id, 0) > (:key, :caseId, :item)
        order by c.target_on, c.case_id
        limit :limit
      ) c`

/** A page of somebody's work: what is late first, what has no date last. */
export const listWork = list({
  takes: {
    ...reader,
    kinds: nullable(textArray),
    from: nullable(date),
    until: nullable(date),
    isChangedOnly: bool,
    key: date,
    caseId: int8,
    item: int8,
    limit: int4,
  },
  returns: {
    key: text,
    caseId: int8,
    item: int8,
    kind: text,
    what: nullable(text),
    away: nullable(text),
    dueOn: nullable(date),
    isChanged: bool,
    ...caseColumns,
  },
  sql: `${workOf(casesOfPage)}
    select w.key::text as key, w.case_id as "caseId", w.item, w.kind, w.what, w.away,
      w.due_on as "dueOn", ${isChanged('w')} as "isChanged", ${caseSelected}
    from (
      select * from work w
      where (:kinds is null or kind = any(:kinds)) and ${isWanted('w', 'due_on')}
        and (key, case_id, item) > (:key, :caseId, :item)
      order by key, case_id, item
      limit :limit
    ) w
    join cases c on c.organisation_id = :organisationId and c.case_id = w.case_id ${caseJoined}
    order by w.key, w.case_id, w.item`,
})

/** How much of somebody's work is late, due or changed, and how many cases of their teams nobody has: at most so many. */
export const countWork = get({
  takes: { ...reader, weekEnd: date, most: int4 },
  returns: {
    all: int4,
    late: int4,
    today: int4,
    thisWeek: int4,
    changed: int4,
    unassigned: int4,
    teams: json<readonly string[]>(),
  },
  sql: `${workOf(everyCase)}, own as (
      select u.team_id from users u
      where u.organisation_id = :organisationId and u.user_id = :userId and u.team_id is not null
      union
      select b.team_id from team_members b
      where b.organisation_id = :organisationId and b.user_id = :userId
    )
    select count(*)::int4 as all,
      count(*) filter (where due_on < :today)::int4 as late,
      count(*) filter (where due_on = :today)::int4 as today,
      count(*) filter (where due_on between :today and :weekEnd)::int4 as "thisWeek",
      count(*) filter (where w.updated_at > coalesce(s.used_at, '-infinity'))::int4 as changed, (
        select count(*)::int4
        from (
          select from own
          join cases c on c.organisation_id = :organisationId and c.team_id = own.team_id
            and c.assigned_user_id is null and c.closed_on is null
          limit :most
        ) as few
      ) as unassigned, (
        select coalesce(jsonb_agg(m.code order by m.code), '[]')
        from own
        join teams m on m.organisation_id = :organisationId and m.team_id = own.team_id
      ) as teams
    from work w
    left join case_uses s on s.organisation_id = :organisationId and s.user_id = :userId
      and s.case_id = w.case_id`,
})
