import { date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** The open cases of a person, newest first. */
export const listOpenCases = list({
  takes: { customerId: int8 },
  returns: { caseId: int8, label: nullable(text), status: text, receivedOn: date },
  sql: `
    select c.case_id as "caseId", c.label, c.status, c.received_on as "receivedOn"
    from case_parties cp
    join cases c on c.organisation_id = cp.organisation_id and c.case_id = cp.case_id
    where cp.organisation_id = :organisationId and cp.customer_id = :customerId
      and c.closed_on is null
    order by c.received_on desc, c.case_id desc
    limit 20`,
})

/** Makes a person who is known already the main party of a case. */
export const insertMainParty = change({
  takes: { caseId: int8, customerId: int8 },
  returns: {},
  sql: `
    with present as (
      select coalesce(p.merged_into, p.customer_id) as customer_id
      from customers p
      where p.organisation_id = :organisationId and p.customer_id = :customerId
      for share -- whoever merges the record at this moment is waited for
    )
    insert into case_parties (organisation_id, case_id, role, customer_id)
    select :organisationId, :caseId, 'Customer', customer_id from present`,
})

/** The drafts of somebody, the newest first. */
export const listDrafts = list({
  takes: { userId: int8 },
  returns: {
    draftId: int8,
    caseType: nullable(text),
    person: nullable(text),
    files: int4,
    savedAt: instant,
  },
  sql: `
    select d.draft_id as "draftId", d.case_type as "caseType",
      coalesce(p.name, p.organisation_name,
        nullif(concat_ws(' ', p.title, p.first_name, p.surname), '')) as person, (
        select count(*)::int from call_draft_files f
        where f.organisation_id = d.organisation_id and f.draft_id = d.draft_id
      ) as files,
      d.saved_at as "savedAt"
    from call_drafts d
    left join customers p
      on p.organisation_id = d.organisation_id and p.customer_id = d.customer_id
    where d.organisation_id = :organisationId and d.user_id = :userId
    order by d.draft_id desc
    limit 50`,
})

/** A draft of somebody's own. */
export const findDraft = find({
  takes: { userId: int8, draftId: int8 },
  returns: {
    draftId: int8,
    customerId: nullable(int8),
    caseType: nullable(text),
    typed: json<Readonly<Record<string, string>>>(),
  },
  sql: `
    select d.draft_id as "draftId", d.customer_id as "customerId", d.case_type as "caseType", d.typed
    from call_drafts d
    where d.organisation_id = :organisationId and d.user_id = :userId and d.draft_id = :draftId`,
})

/** Waits until nobody else works at a draft of somebody's own, so that whatever follows sees all that is attached to it. */
export const lockDraft = change({
  takes: { userId: int8, draftId: int8 },
  returns: {},
  sql: `
    select
    from call_drafts d
    where d.organisation_id = :organisationId and d.user_id = :userId and d.draft_id = :draftId
    for update`,
})

/** Keeps a draft: a new one, or in place of one of somebody's own; no row where there is none of that number. */
export const saveDraft = change({
  takes: {
    userId: int8,
    draftId: nullable(int8),
    customerId: nullable(int8),
    caseType: nullable(text),
    typed: json<Readonly<Record<string, string>>>(),
    now: instant,
  },
  returns: { draftId: int8 },
  sql: `
    with replaced as (
      update call_drafts
      set customer_id = :customerId, case_type = :caseType, typed = :typed, saved_at = :now
      where organisation_id = :organisationId and user_id = :userId and draft_id = :draftId
      returning draft_id
    ), added as (
      insert into call_drafts (organisation_id, user_id, customer_id, case_type, typed, saved_at)
      select :organisationId, :userId, :customerId, :caseType, :typed, :now
      where :draftId is null
      returning draft_id
    )
    select draft_id as "draftId" from replaced
    union all
    select draft_id from added`,
})

/** Throws away a locked draft of somebody's own with what is attached to it; no row where there is none of that number. */
export const deleteDraft = change({
  takes: { userId: int8, draftId: int8 },
  returns: { draftId: int8 },
  sql: `
    with dropped as (
      delete from call_drafts
      where organisation_id = :organisationId and user_id = :userId and draft_id = :draftId
      returning draft_id
    ), detached as (
      delete from call_draft_files f
      using dropped
      where f.organisation_id = :organisationId and f.draft_id = dropped.draft_id
    )
    select draft_id as "draftId" from dropped`,
})
