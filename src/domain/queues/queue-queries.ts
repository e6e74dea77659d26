import { date, int4, int8, nullable, text, textArray } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'
import { caseColumns, caseJoined, caseSelected } from './listed-case.ts'

const asked = {
  userId: int8,
  teamIds: nullable(textArray),
  caseTypeIds: nullable(textArray),
  stages: nullable(textArray),
  holder: nullable(text),
  from: nullable(date),
  until: nullable(date),
  receivedBy: nullable(date),
}

const matching = `c.organisation_id = :organisationId and c.closed_on is null
        and (:teamIds is null or c.team_id = any(:teamIds::bigint[]))
        and (:caseTypeIds is null or c.case_type_id = any(:caseTypeIds::bigint[]))
        and (:holder is null or case :holder when 'nobody' then c.assigned_user_id is null
          else c.assigned_user_id = :userId end)
        and (:from is null or c.target_on >= :from)
        and (:until is null or c.target_on <= :until)
        and (:receivedBy is null or c.received_on <= :receivedBy)
        and (:stages is null or exists (
          select from case_stages s
          where s.organisation_id = c.organisation_id and s.case_id = c.case_id
            and s.code = any(:stages) and s.ended_at is null and s.started_at is not null
        ))`

// bounds that are always there let an index be searched from one to the other; below row-level security not by coalesce
const dueWithin = `c.target_on >= case when :from is null then '-infinity' else :from end
            and c.target_on <= case when :until is null then 'infinity' else :until end`

type Direction = 'asc' | 'desc'
const past = { asc: '>', desc: '<' } as const

const dated = (key: string, direction: Direction, bounds = ''): string => `
          select c.case_id, ${key} as key
          from cases c
          where ${matching} ${bounds} and (${key}, c.case_id) ${past[direction]} (:key, :caseId)
          order by ${key} ${direction}, c.case_id ${direction}
          limit :limit`

// an index cannot be searched for coalesce(target_on, …) below row-level security: undated cases are read apart
const undated = (direction: Direction): string => `
          select c.case_id, date 'infinity' as key
          from cases c
          where ${matching} and c.target_on is null
            and c.case_id ${past[direction]} case when :key = 'infinity' then :caseId else 0 end
          order by c.case_id ${direction}
          limit :limit`

const keysBy: Readonly<Record<'due' | 'received', (direction: Direction) => string>> = {
  due: (direction) => `(${dated('c.target_on', direction, `and ${dueWithin}`)}
        )
        union all (${undated(direction)}
        )`,
  received: (direction) => dated('c.received_on', direction),
}

/** The open cases that match, in the order of a key, up or down. */
const listBy = (key: keyof typeof keysBy, direction: Direction) =>
  list({
    takes: { ...asked, key: date, caseId: int8, limit: int4 },
    returns: {
      key: text,
      caseId: int8,
      item: int8,
      dueOn: nullable(date),
      stage: nullable(text),
      ...caseColumns,
    },
    sql: `
      select w.key::text as key, c.case_id as "caseId", 0::bigint as item, c.target_on as "dueOn", (
          select s.code
          from case_stages s
          where s.organisation_id = c.organisation_id and s.case_id = c.case_id
            and s.ended_at is null and s.started_at is not null
          order by s.track <> 'main', s.track
          limit 1
        ) as stage, ${caseSelected}
      from (
        select k.case_id, k.key
        from (${keysBy[key](direction)}
        ) k
        order by k.key ${direction}, k.case_id ${direction}
        limit :limit
      ) w
      join cases c on c.organisation_id = :organisationId and c.case_id = w.case_id ${caseJoined}
      order by w.key ${direction}, w.case_id ${direction}`,
  })

/** A page of open cases, by what they are sorted by. */
export const listOpenCases = {
  due: listBy('due', 'asc'),
  '-due': listBy('due', 'desc'),
  received: listBy('received', 'asc'),
  '-received': listBy('received', 'desc'),
} as const

/** How many open cases match, counted up to a number. */
export const countOpenCases = get({
  takes: { ...asked, most: int4 },
  returns: { count: int4 },
  sql: `
    select count(*)::int4 as count
    from (
      (select from cases c where ${matching} and ${dueWithin} limit :most)
      union all
      (select from cases c where ${matching} and c.target_on is null limit :most)
      limit :most
    ) as few`,
})
