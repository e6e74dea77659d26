import { detailColumns, selectedDetails } from '#domain/customers/index.ts'
import { bool, instant, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'
import type { ChangedFields } from './merge-field.ts'

/** Two people, whom nobody else changes until this transaction ends. */
export const lockPair = list({
  takes: { one: int8, other: int8 },
  returns: {
    customerId: int8,
    reference: nullable(text),
    ...detailColumns,
    further: json<Readonly<Record<string, string>>>(),
    mergedInto: nullable(int8),
    updatedAt: instant,
  },
  sql: `
    select c.customer_id as "customerId", c.reference, ${selectedDetails}, c.further,
      c.merged_into as "mergedInto", c.updated_at as "updatedAt"
    from customers c
    where c.organisation_id = :organisationId and c.customer_id in (:one, :other)
    order by c.customer_id
    for update`,
})

/**
 * Lets all that belongs to one record follow to another, keeps what it was, and tells the cases. Whoever may not
 * know of one of these is told nothing of it: it is neither shown nor counted for anybody.
 */
export const insertMerge = change({
  takes: { kept: int8, merged: int8, fields: json<ChangedFields>(), author: text, now: instant },
  returns: { mergeId: int8 },
  sql: `
    with parties as (
      update case_parties
      set customer_id = :kept
      where organisation_id = :organisationId and customer_id = :merged
      returning case_id, role, position
    ), contacts as (
      update customer_contacts
      set customer_id = :kept
      where organisation_id = :organisationId and customer_id = :merged
      returning contact_id
    ), alerts as (
      update customer_alerts
      set customer_id = :kept
      where organisation_id = :organisationId and customer_id = :merged
      returning alert_id
    ), drafts as (
      update call_drafts
      set customer_id = :kept
      where organisation_id = :organisationId and customer_id = :merged
      returning draft_id
    ), earlier as (
      update customers
      set merged_into = :kept
      where organisation_id = :organisationId and merged_into = :merged
      returning customer_id
    ), events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select distinct :organisationId, p.case_id, 'partyMerged', '{}'::jsonb, :author, :now
      from parties p
    )
    insert into customer_merges
      (organisation_id, kept_id, merged_id, fields, moved, merged_by, merged_at)
    values (:organisationId, :kept, :merged, :fields, jsonb_build_object(
      'parties', (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from parties p),
      'contacts', (select coalesce(jsonb_agg(contact_id), '[]') from contacts),
      'alerts', (select coalesce(jsonb_agg(alert_id), '[]') from alerts),
      'drafts', (select coalesce(jsonb_agg(draft_id), '[]') from drafts),
      'earlier', (select coalesce(jsonb_agg(customer_id), '[]') from earlier)
    ), :author, :now)
    returning merge_id as "mergeId"`,
})

/** Gives somebody a reference, or none; nobody else may have it. */
export const updateReference = change({
  takes: { customerId: int8, reference: nullable(text) },
  returns: {},
  sql: `
    update customers
    set reference = :reference
    where organisation_id = :organisationId and customer_id = :customerId`,
})

/** Says into which record somebody's went, or that it stands for itself, and what its further handles are. */
export const updateStanding = change({
  takes: { customerId: int8, mergedInto: nullable(int8) },
  returns: {},
  sql: `
    update customers
    set merged_into = :mergedInto, updated_at = casewright_now(),
      changed_in = pg_current_xact_id()
    where organisation_id = :organisationId and customer_id = :customerId`,
})

/** Says anew all further handles of somebody. */
export const updateFurther = change({
  takes: { customerId: int8, further: json<Readonly<Record<string, string>>>() },
  returns: {},
  sql: `
    update customers
    set further = :further
    where organisation_id = :organisationId and customer_id = :customerId`,
})

const merge = {
  mergeId: int8,
  kept: int8,
  merged: int8,
  fields: json<ChangedFields>(),
  isUndone: bool,
}
const mergeColumns = `m.merge_id as "mergeId", m.kept_id as kept, m.merged_id as merged, m.fields,
      m.unmerged_at is not null as "isUndone"`

/** A merge by number; nobody else changes it until this transaction ends. */
export const lockMerge = find({
  takes: { mergeId: int8 },
  returns: merge,
  sql: `
    select ${mergeColumns}
    from customer_merges m
    where m.organisation_id = :organisationId and m.merge_id = :mergeId
    for update`,
})

/** A merge by number. */
export const findMerge = find({
  takes: { mergeId: int8 },
  returns: { ...merge, mergedBy: text, mergedAt: instant },
  sql: `
    select ${mergeColumns}, m.merged_by as "mergedBy", m.merged_at as "mergedAt"
    from customer_merges m
    where m.organisation_id = :organisationId and m.merge_id = :mergeId`,
})

/** What a merge took of one kind goes back, as far as it is still where it went. */
const givenBack = (kind: string, table: string, id: string): string => `${kind} as (
      update ${table} t
      set customer_id = :merged
      from undone u
      where t.organisation_id = :organisationId and t.customer_id = :kept
        and u.moved -> '${kind}' @> to_jsonb(t.${id})
    )`

/** Lets go back to a record what a merge took from it and is still where it went, and tells the cases. */
export const updateMergeUndone = change({
  takes: { mergeId: int8, kept: int8, merged: int8, author: text, now: instant },
  returns: {},
  sql: `
    with undone as (
      update customer_merges
      set unmerged_by = :author, unmerged_at = :now
      where organisation_id = :organisationId and merge_id = :mergeId
      returning moved
    ), parties as (
      update case_parties cp
      set customer_id = :merged
      from undone u, jsonb_to_recordset(u.moved -> 'parties')
        as p (case_id bigint, role text, position int)
      where cp.organisation_id = :organisationId and cp.case_id = p.case_id and cp.role = p.role
        and cp.position = p.position and cp.customer_id = :kept
      returning cp.case_id
    ), ${givenBack('contacts', 'customer_contacts', 'contact_id')},
    ${givenBack('alerts', 'customer_alerts', 'alert_id')},
    ${givenBack('drafts', 'call_drafts', 'draft_id')}, earlier as (
      update customers c
      set merged_into = :merged
      from undone u
      where c.organisation_id = :organisationId and c.merged_into = :kept
        and u.moved -> 'earlier' @> to_jsonb(c.customer_id)
    )
    insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
    select distinct :organisationId, p.case_id, 'partyUnmerged', '{}'::jsonb, :author, :now
    from parties p`,
})

/** The merges in which somebody's record was kept or went into another, the newest first. */
export const listMerges = list({
  takes: { customerId: int8 },
  returns: {
    mergeId: int8,
    isKept: bool,
    otherId: int8,
    ...detailColumns,
    mergedBy: text,
    mergedAt: instant,
    unmergedBy: nullable(text),
    unmergedAt: nullable(instant),
  },
  sql: `
    select m.merge_id as "mergeId", m.kept_id = :customerId as "isKept",
      c.customer_id as "otherId", ${selectedDetails}, m.merged_by as "mergedBy",
      m.merged_at as "mergedAt", m.unmerged_by as "unmergedBy", m.unmerged_at as "unmergedAt"
    from customer_merges m
    join customers c on c.organisation_id = m.organisation_id
      and c.customer_id = case when m.kept_id = :customerId then m.merged_id else m.kept_id end
    where m.organisation_id = :organisationId
      and (m.kept_id = :customerId or m.merged_id = :customerId)
    order by m.merge_id desc
    limit 50`,
})
