import { bool, int8, nullable, text } from '#platform/columns.ts'
import { get } from '#platform/statement.ts'

/**
 * How far the first steps have been taken, as the tables tell: only the latest cases are looked at, so that it
 * costs the same however many there are.
 */
export const getProgress = get({
  takes: {},
  returns: {
    hasKey: bool,
    caseId: nullable(int8),
    isWorked: bool,
    hasPublished: bool,
    caseType: nullable(text),
  },
  sql: `
    with opened as (
      select c.case_id
      from (
        select k.case_id, k.created_by, k.created_at
        from cases k
        where k.organisation_id = :organisationId
        order by k.case_id desc
        limit 500
      ) c
      where exists (
        select from api_keys k
        where k.organisation_id = :organisationId
          and k.name = c.created_by and k.created_at <= c.created_at
      )
    )
    select exists (
        select from api_keys k where k.organisation_id = :organisationId and k.revoked_at is null
      ) as "hasKey", (select max(o.case_id) from opened o) as "caseId", exists (
        select from opened o
        join case_events e on e.organisation_id = :organisationId and e.case_id = o.case_id
        join users u on u.organisation_id = :organisationId and u.full_name = e.actor
      ) as "isWorked", exists (
        select from case_type_versions v
        where v.organisation_id = :organisationId and v.published_at > (
          select min(f.published_at) from case_type_versions f
          where f.organisation_id = :organisationId
        )
      ) as "hasPublished", (
        select t.name from case_types t
        where t.organisation_id = :organisationId
        order by lower(t.name) <> 'complaint', t.case_type_id
        limit 1
      ) as "caseType"`,
})
