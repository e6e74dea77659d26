import { touching } from '#domain/events/index.ts'
import { instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, get } from '#platform/statement.ts'

/** The rating of a case, and the version of its type. */
export const getRating = get({
  takes: { caseId: int8 },
  returns: { rating: nullable(text), caseTypeId: int8, version: int4 },
  sql: `
    select c.rating, c.case_type_id as "caseTypeId", c.case_type_version as version
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Gives a case another rating and tells its history; null takes the rating away. */
export const setRating = change({
  takes: {
    caseId: int8,
    rating: nullable(text),
    reason: nullable(text),
    author: text,
    now: instant,
  },
  returns: {},
  sql: `
    with event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'caseRated', jsonb_strip_nulls(jsonb_build_object(
        'from', c.rating, 'to', :rating, 'reason', :reason)), :author, :now
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
    )
    update cases
    set rating = :rating, ${touching}
    where organisation_id = :organisationId and case_id = :caseId`,
})
