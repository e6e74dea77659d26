import { touching } from '#domain/events/index.ts'
import { bool, instant, int8, json, text, textArray } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** Cases that were chosen, of those that the reader may know of, with their tags. */
export const listCasesToTag = list({
  takes: { caseIds: json<readonly number[]>() },
  returns: { caseId: int8, isClosed: bool, tags: textArray },
  sql: `
    select c.case_id as "caseId", c.closed_on is not null as "isClosed", array(
      select k.group_name || ': ' || k.value
      from case_classifications k
      where k.organisation_id = c.organisation_id and k.case_id = c.case_id
      order by k.group_name, k.value
    ) as tags
    from jsonb_array_elements_text(:caseIds) as n (case_id)
    join cases c on c.organisation_id = :organisationId and c.case_id = n.case_id::bigint
    order by c.case_id`,
})

/** Locks the cases that were chosen and are there, in the order of their numbers: two who do this at once wait for each other, not for ever. */
export const lockChosen = change({
  takes: { caseIds: json<readonly number[]>() },
  returns: { caseId: int8, isClosed: bool },
  sql: `
    select c.case_id as "caseId", c.closed_on is not null as "isClosed"
    from cases c
    where c.organisation_id = :organisationId
      and c.case_id in (select n::bigint from jsonb_array_elements_text(:caseIds) as n)
    order by c.case_id
    for no key update`,
})

const tag = {
  caseIds: json<readonly number[]>(),
  group: text,
  value: text,
  author: text,
  now: instant,
}

const touchedAndTold = (kind: 'caseTagged' | 'caseUntagged'): string => `touched as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id in (select case_id from changed)
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, case_id, '${kind}',
        jsonb_build_object('tag', :group || ': ' || :value), :author, :now
      from changed
    )
    select case_id as "caseId" from changed`

/** Puts a tag on cases; no row for one that has it already. */
export const insertTags = change({
  takes: tag,
  returns: { caseId: int8 },
  sql: `
    with changed as (
      insert into case_classifications (organisation_id, case_id, group_name, value)
      select :organisationId, n::bigint, :group, :value
      from jsonb_array_elements_text(:caseIds) as n
      on conflict do nothing
      returning case_id
    ), ${touchedAndTold('caseTagged')}`,
})

/** Takes a tag off cases; no row for one that has it no more. */
export const deleteTags = change({
  takes: tag,
  returns: { caseId: int8 },
  sql: `
    with changed as (
      delete from case_classifications
      where organisation_id = :organisationId and group_name = :group and value = :value
        and case_id in (select n::bigint from jsonb_array_elements_text(:caseIds) as n)
      returning case_id
    ), ${touchedAndTold('caseUntagged')}`,
})
