import { instant, int4, int8, json, text } from '#platform/columns.ts'
import { change, find } from '#platform/statement.ts'

/** The version of a case type that waits for its moment, held until the transaction ends. */
export const lockWaiting = find({
  takes: { name: text },
  returns: {
    caseTypeId: int8,
    name: text,
    version: int4,
    from: instant,
    definition: json<unknown>(),
  },
  sql: `
    select t.case_type_id as "caseTypeId", t.name, v.version, coalesce(v.in_force_from, v.published_at) as "from", v.definition
    from case_types t
    join case_type_versions v
      on v.organisation_id = t.organisation_id and v.case_type_id = t.case_type_id
    where t.organisation_id = :organisationId and lower(t.name) = lower(:name)
      and v.in_force_from > casewright_now()
    order by v.version desc
    limit 1
    for update of t`,
})

/** Gives a version that waits another moment. */
export const moveVersion = change({
  takes: { caseTypeId: int8, version: int4, from: instant },
  returns: {},
  sql: `
    update case_type_versions v
    set in_force_from = :from
    where v.organisation_id = :organisationId and v.case_type_id = :caseTypeId
      and v.version = :version`,
})

/** Takes back a version that waits, and its case type where that has no other. */
export const deleteVersion = change({
  takes: { caseTypeId: int8, version: int4 },
  returns: {},
  sql: `
    with gone as (
      delete from case_type_versions v
      where v.organisation_id = :organisationId and v.case_type_id = :caseTypeId
        and v.version = :version
    )
    delete from case_types t
    where t.organisation_id = :organisationId and t.case_type_id = :caseTypeId
      and not exists (
        select from case_type_versions o
        where o.organisation_id = t.organisation_id and o.case_type_id = t.case_type_id
          and o.version <> :version
      )`,
})
