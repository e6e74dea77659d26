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

const tag = { caseId: int8, group: text, value: text, author: text, now: instant }

const touchedAndTold = (kind: 'caseTagged' | 'caseUntagged'): string => `touched as (
      update cases
      set last_touched_at = :now, first_touched_at = coalesce(first_touched_at, :now),
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId
        and exists (select from changed)
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, '${kind}',
        jsonb_build_object('tag', :group || ': ' || :value), :author, :now
      from changed
    )
    select case_id as "caseId" from changed`

/** Puts a tag on a case; no row where it has it already. */
export const insertTag = change({
  takes: tag,
  returns: { caseId: int8 },
  sql: `
    with changed as (
      insert into case_classifications (organisation_id, case_id, group_name, value)
      values (:organisationId, :caseId, :group, :value)
      on conflict do nothing
      returning case_id
    ), ${touchedAndTold('caseTagged')}`,
})

/** Takes a tag off a case; no row where it has it no more. */
export const deleteTag = change({
  takes: tag,
  returns: { caseId: int8 },
  sql: `
    with changed as (
      delete from case_classifications
      where organisation_id = :organisationId and case_id = :caseId and group_name = :group
        and value = :value
      returning case_id
    ), ${touchedAndTold('caseUntagged')}`,
})
