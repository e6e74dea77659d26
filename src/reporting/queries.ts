import type { FormDefinition } from '#domain/attributes/index.ts'
import { int8, json, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

const report = { reportId: int8, name: text, source: text }

export const findReport = find({
  takes: { reportId: int8 },
  returns: { ...report, definition: json<unknown>() },
  sql: `
    select r.report_id as "reportId", r.name, r.source, r.definition
    from reports r
    where r.organisation_id = :organisationId and r.report_id = :reportId`,
})

/** Every saved report of the organisation, by its number. */
export const listReports = list({
  takes: {},
  returns: report,
  sql: `
    select r.report_id as "reportId", r.name, r.source
    from reports r
    where r.organisation_id = :organisationId
    order by r.report_id`,
})

export const upsertReport = change({
  takes: { reportId: int8, name: text, source: text, definition: json<unknown>() },
  returns: {},
  sql: `
    insert into reports (organisation_id, report_id, name, source, definition)
    values (:organisationId, :reportId, :name, :source, :definition)
    on conflict (organisation_id, report_id) do update
      set name = excluded.name, source = excluded.source, definition = excluded.definition`,
})

/** What every version of every case type says of its form, the newest first. */
export const listFormDefinitions = list({
  takes: {},
  returns: { form: text, fields: json<NonNullable<FormDefinition['fields']>>() },
  sql: `
    select coalesce(v.form, '') as form, coalesce(v.definition -> 'fields', '[]') as fields
    from case_type_versions v
    where v.organisation_id = :organisationId and v.form is not null
    order by v.published_at desc, v.version desc`,
})
