import { touching } from '#domain/events/index.ts'
import { bool, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'
import { fewCasesSource } from './case-source.ts'
import { caseAttributes } from './catalogue.ts'
import { writableColumns } from './writable-column.ts'

/** A form that was filed on a case, by its synonym, with its answers. */
export interface FiledForm {
  readonly form: string
  readonly attributes: Readonly<Record<string, unknown>>
}

const returns = {
  caseId: int8,
  caseTypeId: int8,
  version: int4,
  isPublished: bool,
  attributes: json<Readonly<Record<string, unknown>>>(),
  /** What was filed on the case, the oldest first. */
  filed: nullable(json<readonly FiledForm[]>()),
  /** The attributes of the catalogue in its order: a JSON array of texts and nulls. */
  written: text,
}

const filed = `(
    select jsonb_agg(jsonb_build_object('form', a.form, 'attributes', a.attributes) order by a.action_id)
    from case_actions a
    where a.organisation_id = c.organisation_id and a.case_id = c.case_id) as filed`

// one column for all: naming a hundred of them in every answer costs more than reading them
const detailsOf = (condition: string): string => `
  select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
    c.is_published as "isPublished", c.attributes, r.filed, array_to_json(array[${caseAttributes.map(({ written }) => written).join(', ')}])::text
      as written
  from ${fewCasesSource(condition, filed)}`

export const listDetailsByNumber = list({
  takes: { caseId: int8 },
  returns,
  sql: detailsOf('c.case_id = :caseId'),
})

/** Oldest first; the newest is the one with the highest number, as for every other service. */
export const listDetailsByReference = list({
  takes: { externalId: text },
  returns,
  sql: `${detailsOf('c.external_id = :externalId')} order by c.case_id`,
})

const settings = Object.entries(writableColumns).map(
  ([column, type]) => `${column} = case when :columns ? '${column}'
          then (:columns ->> '${column}')::${type} else ${column} end`,
)

/** Sets the columns and form values that are named, and tells the history which attributes changed. */
export const updateCaseAttributes = change({
  takes: {
    caseId: int8,
    columns: json<Readonly<Record<string, string>>>(),
    attributes: json<Readonly<Record<string, string>>>(),
    particulars: json<Readonly<Record<string, unknown>>>(),
    author: text,
    now: instant,
  },
  returns: { caseId: int8 },
  sql: `
    with event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      values (:organisationId, :caseId, 'caseUpdated', :particulars, :author, :now)
    )
    update cases
    set ${settings.join(',\n        ')},
        attributes = attributes || :attributes,
        ${touching}
    where organisation_id = :organisationId and case_id = :caseId
    returning case_id as "caseId"`,
})
