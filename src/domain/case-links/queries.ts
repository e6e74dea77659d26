import { mainPartySelected } from '#domain/customers/index.ts'
import { touching } from '#domain/events/index.ts'
import { bool, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Another case that the reader may know of. */
export const findOther = find({
  takes: { caseId: int8, otherCase: int8 },
  returns: { otherCase: int8 },
  sql: `
    select c.case_id as "otherCase"
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :otherCase
      and c.case_id <> :caseId`,
})

const touched = `touched as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id = :caseId
        and exists (select from changed)
    )`

/** The event in the histories of both cases. */
const told = (kind: 'caseLinked' | 'caseUnlinked'): string => `events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, side.case_id, '${kind}', jsonb_strip_nulls(jsonb_build_object(
        'otherCase', side.other, 'how', l.kind, 'reason', l.reason)), :author, :now
      from changed l, lateral (
        values (l.case_id, l.other_case_id), (l.other_case_id, l.case_id)
      ) as side (case_id, other)
    )`

/** Links two cases and tells both; no row where they are linked already. */
export const insertLink = change({
  takes: {
    caseId: int8,
    otherCase: int8,
    how: text,
    reason: nullable(text),
    author: text,
    now: instant,
  },
  returns: { otherCase: int8 },
  sql: `
    with changed as (
      insert into case_links
        (organisation_id, case_id, other_case_id, kind, reason, linked_by, linked_at)
      values (:organisationId, :caseId, :otherCase, :how, :reason, :author, :now)
      on conflict do nothing
      returning case_id, other_case_id, kind, reason
    ), ${told('caseLinked')}, ${touched}
    select other_case_id as "otherCase" from changed`,
})

/** Takes a link away, from whichever side it was made, and tells both cases; no row where there is none. */
export const deleteLink = change({
  takes: { caseId: int8, otherCase: int8, author: text, now: instant },
  returns: { otherCase: int8 },
  sql: `
    with changed as (
      delete from case_links
      where organisation_id = :organisationId
        and (case_id, other_case_id) in ((:caseId, :otherCase), (:otherCase, :caseId))
      returning case_id, other_case_id, kind, null::text as reason
    ), ${told('caseUnlinked')}, ${touched}
    select other_case_id as "otherCase" from changed`,
})

/** The cases that hang together with a case, as far as the reader may know of them: linked by hand, opened after it, or before. */
export const listLinked = list({
  takes: { caseId: int8 },
  returns: {
    caseId: int8,
    kind: text,
    isFromOther: bool,
    isByHand: bool,
    reason: nullable(text),
    linkedBy: nullable(text),
    linkedAt: nullable(instant),
    caseTypeId: int8,
    version: int4,
    status: text,
    mainParty: nullable(text),
  },
  sql: `
    with linked as (
      select l.other_case_id as case_id, l.kind, false as from_other, true as by_hand, l.reason,
        l.linked_by, l.linked_at
      from case_links l
      where l.organisation_id = :organisationId and l.case_id = :caseId
      union all
      select l.case_id, l.kind, true, true, l.reason, l.linked_by, l.linked_at
      from case_links l
      where l.organisation_id = :organisationId and l.other_case_id = :caseId
      union all
      select c.parent_case_id, 'follows', false, false, null, null, null
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
        and c.parent_case_id is not null
      union all
      select c.case_id, 'follows', true, false, null, null, null
      from cases c
      where c.organisation_id = :organisationId and c.parent_case_id = :caseId
      union all
      select m.into_case_id, 'merged', false, false, m.reason, m.merged_by, m.merged_at
      from case_merges m
      where m.organisation_id = :organisationId and m.case_id = :caseId and m.unmerged_at is null
      union all
      select m.case_id, 'merged', true, false, m.reason, m.merged_by, m.merged_at
      from case_merges m
      where m.organisation_id = :organisationId and m.into_case_id = :caseId
        and m.unmerged_at is null
    )
    select c.case_id as "caseId", l.kind, l.from_other as "isFromOther", l.by_hand as "isByHand",
      l.reason, l.linked_by as "linkedBy", l.linked_at as "linkedAt",
      c.case_type_id as "caseTypeId", c.case_type_version as version, c.status, ${mainPartySelected} as "mainParty"
    from linked l
    join cases c on c.organisation_id = :organisationId and c.case_id = l.case_id
    order by c.case_id, l.by_hand
    limit 200`,
})
