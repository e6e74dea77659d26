import { instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

const draft = {
  draft: int8,
  name: text,
  basedOn: nullable(int4),
  definition: json<unknown>(),
  version: int4,
  changedAt: instant,
  changedBy: text,
}
const columns = `d.draft_id as draft, d.name, d.based_on as "basedOn", d.definition, d.version,
      d.changed_at as "changedAt", d.changed_by as "changedBy"`

/** One draft. */
export const findDraft = find({
  takes: { draft: int8 },
  returns: draft,
  sql: `
    select ${columns}
    from case_type_drafts d
    where d.organisation_id = :organisationId and d.draft_id = :draft`,
})

/** One draft, which nobody else changes until the transaction ends. */
export const lockDraft = find({
  takes: { draft: int8 },
  returns: draft,
  sql: `
    select ${columns}
    from case_type_drafts d
    where d.organisation_id = :organisationId and d.draft_id = :draft
    for update`,
})

/** Begins a draft; no row where there is one of that name. */
export const insertDraft = change({
  takes: {
    name: text,
    basedOn: nullable(int4),
    definition: json<unknown>(),
    author: text,
    now: instant,
  },
  returns: { draft: int8 },
  sql: `
    insert into case_type_drafts
      (organisation_id, name, based_on, definition, started_at, changed_at, changed_by)
    values (:organisationId, :name, :basedOn, :definition, :now, :now, :author)
    on conflict (organisation_id, lower(name)) do nothing
    returning draft_id as draft`,
})

/** Writes what a draft says now. */
export const updateDraft = change({
  takes: { draft: int8, definition: json<unknown>(), author: text, now: instant },
  returns: { version: int4 },
  sql: `
    update case_type_drafts d
    set definition = :definition, version = d.version + 1, changed_at = :now, changed_by = :author
    where d.organisation_id = :organisationId and d.draft_id = :draft
    returning d.version`,
})

/** Ends a draft: it was published or thrown away. */
export const deleteDraft = change({
  takes: { draft: int8 },
  returns: {},
  sql: `
    delete from case_type_drafts d
    where d.organisation_id = :organisationId and d.draft_id = :draft`,
})

/** Every case type that is published or drafted, by name; of open cases no more than 1,000 are counted. */
export const listTypesAndDrafts = list({
  takes: {},
  returns: {
    name: text,
    label: text,
    version: nullable(int4),
    publishedAt: nullable(instant),
    waiting: nullable(int4),
    waitsUntil: nullable(instant),
    openCases: int4,
    draft: nullable(int8),
    changedAt: nullable(instant),
    changedBy: nullable(text),
  },
  sql: `
    select coalesce(t.name, d.name) as name,
      coalesce(v.definition ->> 'label', d.definition ->> 'label', t.name, d.name) as label,
      v.version, v.published_at as "publishedAt",
      w.version as waiting, w.in_force_from as "waitsUntil",
      coalesce(o.cases, 0) as "openCases", d.draft_id as draft, d.changed_at as "changedAt",
      d.changed_by as "changedBy"
    from (select * from case_types where organisation_id = :organisationId) t
    full join (select * from case_type_drafts where organisation_id = :organisationId) d
      on lower(d.name) = lower(t.name)
    left join lateral (
      select v.version, v.published_at, v.definition
      from case_type_versions v
      where v.organisation_id = :organisationId and v.case_type_id = t.case_type_id
        and (v.in_force_from is null or v.in_force_from <= casewright_now())
      order by v.version desc
      limit 1
    ) v on true
    left join lateral (
      select w.version, w.in_force_from
      from case_type_versions w
      where w.organisation_id = :organisationId and w.case_type_id = t.case_type_id
        and w.in_force_from > casewright_now()
      limit 1
    ) w on true
    left join lateral (
      select count(*)::int4 as cases
      from (
        select from cases c
        where c.organisation_id = :organisationId and c.case_type_id = t.case_type_id
          and c.closed_on is null
        limit 1000
      ) s
    ) o on true
    order by lower(
      coalesce(v.definition ->> 'label', d.definition ->> 'label', t.name, d.name)
    ), lower(coalesce(t.name, d.name))`,
})

/** What drafts may name: letters that can be written. */
export const listLetterNames = list({
  takes: {},
  returns: { code: text, name: text },
  sql: `
    select l.code, l.name
    from letter_templates l
    where l.organisation_id = :organisationId
    order by l.name, l.code`,
})
