import { bool, date, int4, int8, nullable, text, textArray } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'

const reader = { userId: int8, today: date, seesConfidential: bool, mayClear: bool }

/**
 * What somebody has to do: their cases, tasks and answers to clear, and those of people who are away and for whom
 * they stand in. Nobody clears what they wrote, nor does whoever stands in for its writer.
 */
const work = `
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
    ), items as (
      select c.case_id, 0::bigint as item, 'case' as kind, null as what, s.away,
        c.target_on as due_on
      from served s
      join cases c on c.organisation_id = :organisationId and c.assigned_user_id = s.user_id
        and c.closed_on is null
      union all
      select t.case_id, t.task_id * 2, 'task', t.title, s.away, t.due_on
      from served s
      join tasks t on t.organisation_id = :organisationId and t.assigned_user_id = s.user_id
        and t.completed_at is null
      union all
      (select distinct on (k.clearance_id) l.case_id, k.clearance_id * 2 + 1, 'answer', a.title,
        s.away, null
      from served s
      join clearance_steps k on k.organisation_id = :organisationId and k.team_id = s.team_id
        and k.state = 'open' and :mayClear
      join clearances l on l.organisation_id = k.organisation_id
        and l.clearance_id = k.clearance_id and l.state = 'running'
      join answers a on a.organisation_id = l.organisation_id and a.case_id = l.case_id
        and a.answer = l.answer
      where not exists (
        select from answer_versions v
        where v.organisation_id = l.organisation_id and v.case_id = l.case_id
          and v.answer = l.answer and v.author_id in (:userId, s.user_id)
      )
      order by k.clearance_id, s.away nulls first)
    ), work as (
      select i.case_id, i.item, i.kind, i.what, i.away,
        case i.kind when 'answer' then c.target_on else i.due_on end as due_on,
        coalesce(case i.kind when 'answer' then c.target_on else i.due_on end, 'infinity') as key,
        u.used_at is null or u.used_at < c.updated_at as is_changed
      from items i
      join cases c on c.organisation_id = :organisationId and c.case_id = i.case_id
        and (:seesConfidential or not c.is_confidential)
      left join case_uses u on u.organisation_id = c.organisation_id and u.user_id = :userId
        and u.case_id = c.case_id
    )`

/** What a list says of each case; `c` is the case. */
export const caseColumns = {
  caseTypeId: int8,
  version: int4,
  label: nullable(text),
  status: text,
  rating: nullable(text),
  isConfidential: bool,
  receivedOn: date,
  mainParty: nullable(text),
  team: nullable(text),
  owner: nullable(text),
  calendar: nullable(text),
  isStopped: bool,
} as const

/** The same in SQL, with the joins that it needs. */
export const caseSelected = `c.case_type_id as "caseTypeId", c.case_type_version as version, c.label,
      c.status, c.rating, c.is_confidential as "isConfidential", c.received_on as "receivedOn", (
        select coalesce(p.name, p.organisation_name,
          nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''))
        from case_parties cp
        join customers p
          on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
        where cp.organisation_id = c.organisation_id and cp.case_id = c.case_id
        order by cp.role <> 'Customer', cp.position, cp.role
        limit 1
      ) as "mainParty", m.name as team, o.full_name as owner, (
        select d.calendar
        from case_deadlines d
        where d.organisation_id = c.organisation_id and d.case_id = c.case_id and d.is_target
          and d.state = 'running'
        order by d.due_on nulls last
        limit 1
      ) as calendar, exists (
        select from case_deadlines d
        where d.organisation_id = c.organisation_id and d.case_id = c.case_id and d.is_target
          and d.state = 'stopped'
      ) as "isStopped"`
export const caseJoined = `
    left join teams m on m.organisation_id = c.organisation_id and m.team_id = c.team_id
    left join users o on o.organisation_id = c.organisation_id and o.user_id = c.assigned_user_id`

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
  sql: `${work}
    select w.key::text as key, w.case_id as "caseId", w.item, w.kind, w.what, w.away,
      w.due_on as "dueOn", w.is_changed as "isChanged", ${caseSelected}
    from (
      select * from work
      where (:kinds is null or kind = any(:kinds)) and (:from is null or due_on >= :from)
        and (:until is null or due_on <= :until) and (not :isChangedOnly or is_changed)
        and (key, case_id, item) > (:key, :caseId, :item)
      order by key, case_id, item
      limit :limit
    ) w
    join cases c on c.organisation_id = :organisationId and c.case_id = w.case_id ${caseJoined}
    order by w.key, w.case_id, w.item`,
})

/** How much of somebody's work is late, due or changed, and how many cases of their team nobody has: at most so many. */
export const countWork = get({
  takes: { ...reader, weekEnd: date, most: int4 },
  returns: {
    all: int4,
    late: int4,
    today: int4,
    thisWeek: int4,
    changed: int4,
    unassigned: int4,
  },
  sql: `${work}
    select count(*)::int4 as all,
      count(*) filter (where due_on < :today)::int4 as late,
      count(*) filter (where due_on = :today)::int4 as today,
      count(*) filter (where due_on between :today and :weekEnd)::int4 as "thisWeek",
      count(*) filter (where is_changed)::int4 as changed, (
        select count(*)::int4
        from (
          select from users u
          join cases c on c.organisation_id = u.organisation_id and c.team_id = u.team_id
            and c.assigned_user_id is null and c.closed_on is null
            and (:seesConfidential or not c.is_confidential)
          where u.organisation_id = :organisationId and u.user_id = :userId
          limit :most
        ) as few
      ) as unassigned
    from work`,
})
