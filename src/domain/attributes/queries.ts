import { bool, int4, int8, json, text } from '#platform/columns.ts'
import { list } from '#platform/statement.ts'
import { caseSource } from './case-source.ts'
import { caseAttributes } from './catalogue.ts'
import type { FormField } from './form-attributes.ts'

const returns = {
  caseId: int8,
  caseTypeId: int8,
  version: int4,
  attributes: json<Readonly<Record<string, unknown>>>(),
  /** The attributes of the catalogue in its order: a JSON array of texts and nulls. */
  written: text,
}

// one column for all: naming a hundred of them in every answer costs more than reading them
const select = `
  select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
    c.attributes, array_to_json(array[${caseAttributes.map(({ written }) => written).join(', ')}])::text
      as written
  from ${caseSource}
  where c.organisation_id = :organisationId and (:seesConfidential or not c.is_confidential)`

export const listDetailsByNumber = list({
  takes: { caseId: int8, seesConfidential: bool },
  returns,
  sql: `${select} and c.case_id = :caseId`,
})

/** Oldest first; the newest is the one with the highest number, as for every other service. */
export const listDetailsByReference = list({
  takes: { externalId: text, seesConfidential: bool },
  returns,
  sql: `${select} and c.external_id = :externalId order by c.case_id`,
})

export const listForms = list({
  takes: {},
  returns: {
    caseTypeId: int8,
    version: int4,
    form: text,
    fields: json<readonly FormField[]>(),
  },
  sql: `
    select v.case_type_id as "caseTypeId", v.version, v.form,
      coalesce(v.definition -> 'fields', '[]') as fields
    from case_type_versions v
    where v.organisation_id = :organisationId`,
})
