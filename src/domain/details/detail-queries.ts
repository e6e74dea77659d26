import { touching } from '#domain/events/index.ts'
import { bool, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, get } from '#platform/statement.ts'

/** The answers to the form of a case, the version of its type, and who changed details last. */
export const getAnswers = get({
  takes: { caseId: int8 },
  returns: {
    caseTypeId: int8,
    version: int4,
    attributes: json<Readonly<Record<string, unknown>>>(),
    changedBy: nullable(text),
    changedAt: nullable(instant),
  },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version, c.attributes,
      e.actor as "changedBy", e.occurred_at as "changedAt"
    from cases c
    left join lateral (
      select e.actor, e.occurred_at
      from case_events e
      where e.organisation_id = c.organisation_id and e.case_id = c.case_id
        and e.kind in ('detailsChanged', 'caseUpdated')
      order by e.event_id desc
      limit 1
    ) e on true
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Sets some answers of a case's form, takes others away, and tells the history. */
export const changeAnswers = change({
  takes: {
    caseId: int8,
    answers: json<Readonly<Record<string, string>>>(),
    cleared: json<readonly string[]>(),
    isPublished: nullable(bool),
    particulars: json<Readonly<Record<string, unknown>>>(),
    author: text,
    now: instant,
  },
  returns: { caseId: int8 },
  sql: `
    with event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      values (:organisationId, :caseId, 'detailsChanged', :particulars, :author, :now)
    )
    update cases
    set attributes = (attributes || :answers) - array(select jsonb_array_elements_text(:cleared)),
        is_published = coalesce(:isPublished, is_published),
        ${touching}
    where organisation_id = :organisationId and case_id = :caseId
    returning case_id as "caseId"`,
})
