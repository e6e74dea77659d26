import { touching } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

/** What there is to know of a case before its type changes. */
export const getFormer = get({
  takes: { caseId: int8 },
  returns: {
    label: nullable(text),
    rating: nullable(text),
    isConfidential: bool,
    receivedOn: date,
    targetOn: nullable(date),
    attributes: json<Readonly<Record<string, unknown>>>(),
  },
  sql: `
    select c.label, c.rating, c.is_confidential as "isConfidential",
      c.received_on as "receivedOn", c.target_on as "targetOn", c.attributes
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** What its stages have raised and nobody has done, and the dates set by hand. */
export const listLeftBehind = list({
  takes: { caseId: int8, seesLetters: bool },
  returns: { kind: text, name: text },
  sql: `
    select 'task' as kind, t.title as name
    from tasks t
    where t.organisation_id = :organisationId and t.case_id = :caseId and t.track is not null
      and t.completed_at is null
    union all
    select 'letter', l.name
    from letter_drafts l
    where l.organisation_id = :organisationId and l.case_id = :caseId and l.track is not null
      and l.sent_at is null and l.dropped_at is null and :seesLetters
    union all
    select 'date', d.code
    from case_deadlines d
    where d.organisation_id = :organisationId and d.case_id = :caseId
      and d.override_reason is not null
    order by kind, name`,
})

/**
 * Takes a case out of the type it is under, with its stages, dates and what these have raised, and puts it under
 * another, in no stage yet.
 */
export const putUnderType = change({
  takes: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    label: nullable(text),
    status: text,
    rating: nullable(text),
    isConfidential: bool,
    teamId: nullable(int8),
    answers: json<Readonly<Record<string, unknown>>>(),
    isPublicationCarried: bool,
    author: text,
    now: instant,
  },
  returns: {},
  sql: `
    with stages_left as (
      delete from case_stages where organisation_id = :organisationId and case_id = :caseId
    ), deadlines_left as (
      delete from case_deadlines where organisation_id = :organisationId and case_id = :caseId
    ), events_left as (
      update clock_events
      set withdrawn_by = :author, withdrawn_at = :now,
        withdrawn_reason = 'The case was re-categorised'
      where organisation_id = :organisationId and case_id = :caseId and stage <> ''
        and withdrawn_at is null
    ), tasks_left as (
      update tasks
      set completed_at = :now, completed_by = :author, outcome = 'not needed',
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId and track is not null
        and completed_at is null
    ), letters_left as (
      update letter_drafts
      set dropped_at = :now, dropped_by = :author, dropped_reason = 'The case was re-categorised',
        version = version + 1
      where organisation_id = :organisationId and case_id = :caseId and track is not null
        and sent_at is null and dropped_at is null
    )
    update cases
    set case_type_id = :caseTypeId, case_type_version = :version, label = :label,
      status = :status, rating = :rating, is_confidential = :isConfidential,
      attributes = :answers, is_published = is_published and :isPublicationCarried,
      current_stage = null, target_on = null, target_days = null, outcome = null,
      outcome_on = null,
      assigned_user_id = case when :teamId is null or :teamId = team_id
        then assigned_user_id end,
      team_id = coalesce(:teamId, team_id), ${touching}
    where organisation_id = :organisationId and case_id = :caseId`,
})
