import { date, instant, int4, int8, nullable, text, bool, type Row } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

const draft = {
  letter: int8,
  track: nullable(text),
  stage: nullable(text),
  template: text,
  name: text,
  channel: text,
  subject: nullable(text),
  body: text,
  dueOn: nullable(date),
  createdAt: instant,
  version: int4,
  changedBy: nullable(text),
  changedAt: nullable(instant),
  sentAt: nullable(instant),
  droppedAt: nullable(instant),
  droppedBy: nullable(text),
  droppedReason: nullable(text),
  correspondenceId: nullable(int8),
}

/** A letter of a case that is drafted, sent or dropped. */
export type Draft = Row<typeof draft>

const selected = `
    select l.letter_draft_id as letter, l.track, l.stage, l.template, l.name, l.channel,
      l.subject, l.body,
      l.due_on as "dueOn", l.created_at as "createdAt", l.version, l.changed_by as "changedBy",
      l.changed_at as "changedAt", l.sent_at as "sentAt", l.dropped_at as "droppedAt",
      l.dropped_by as "droppedBy", l.dropped_reason as "droppedReason",
      l.correspondence_id as "correspondenceId"
    from letter_drafts l
    where l.organisation_id = :organisationId and l.case_id = :caseId`

/** The letters that a case has had drafted, in the order in which they were. */
export const listDrafts = list({
  takes: { caseId: int8 },
  returns: draft,
  sql: `${selected} order by l.letter_draft_id`,
})

export const findDraft = find({
  takes: { caseId: int8, letter: int8 },
  returns: draft,
  sql: `${selected} and l.letter_draft_id = :letter`,
})

const doing = { caseId: int8, author: text, now: instant }

const telling = (kind: string): string => `
    told as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, '${kind}',
        jsonb_build_object('letter', letter, 'template', template, 'name', name), :author, :now
      from changed
    ), touched as (
      update cases
      set last_touched_at = :now, first_touched_at = coalesce(first_touched_at, :now),
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId
    )
    select letter from changed`

const changed = `letter_draft_id as letter, template, name`

/** Drafts a letter from a template. */
export const insertDraft = change({
  takes: { ...doing, template: text },
  returns: { letter: int8 },
  sql: `
    with changed as (
      insert into letter_drafts (organisation_id, case_id, template, name, channel, subject, body,
        created_at, changed_by, changed_at)
      select :organisationId, :caseId, l.code, l.name, l.channel, l.subject, l.body, :now, :author,
        :now
      from letter_templates l
      where l.organisation_id = :organisationId and l.code = :template
      returning ${changed}
    ), ${telling('letterDrafted')}`,
})

export const updateDraft = change({
  takes: { ...doing, letter: int8, subject: nullable(text), body: text },
  returns: { letter: int8 },
  sql: `
    with changed as (
      update letter_drafts
      set subject = :subject, body = :body, version = version + 1, changed_by = :author,
        changed_at = :now
      where organisation_id = :organisationId and case_id = :caseId
        and letter_draft_id = :letter and sent_at is null and dropped_at is null
      returning ${changed}
    ), ${telling('letterAmended')}`,
})

/** Makes a draft correspondence: what it says now is what was sent. */
export const sendDraft = change({
  takes: { ...doing, letter: int8, subject: nullable(text), body: text, isSelfService: bool },
  returns: { letter: int8, correspondenceId: int8 },
  sql: `
    with draft as (
      select l.letter_draft_id, l.template, l.name, l.channel, l.created_at
      from letter_drafts l
      where l.organisation_id = :organisationId and l.case_id = :caseId
        and l.letter_draft_id = :letter and l.sent_at is null and l.dropped_at is null
    ), sent as (
      insert into correspondence (organisation_id, case_id, code, name, channel, subject, body,
        author, created_at, processed_at, is_self_service, updated_at)
      select :organisationId, :caseId, d.template, d.name, d.channel, :subject, :body, :author,
        d.created_at, :now, :isSelfService, casewright_now()
      from draft d
      returning correspondence_id
    ), changed as (
      update letter_drafts l
      set sent_at = :now, changed_by = :author, changed_at = :now, version = l.version + 1,
        correspondence_id = s.correspondence_id
      from sent s
      where l.organisation_id = :organisationId and l.letter_draft_id = :letter
      returning l.letter_draft_id as letter, l.template, l.name, s.correspondence_id
    ), told as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'letterSent', jsonb_build_object('letter', letter,
        'template', template, 'name', name, 'correspondenceId', correspondence_id), :author, :now
      from changed
    ), touched as (
      update cases
      set last_touched_at = :now, first_touched_at = coalesce(first_touched_at, :now),
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId
    )
    select letter, correspondence_id as "correspondenceId" from changed`,
})

export const dropDraft = change({
  takes: { ...doing, letter: int8, reason: text },
  returns: { letter: int8 },
  sql: `
    with changed as (
      update letter_drafts
      set dropped_at = :now, dropped_by = :author, dropped_reason = :reason,
        version = version + 1, changed_by = :author, changed_at = :now
      where organisation_id = :organisationId and case_id = :caseId
        and letter_draft_id = :letter and sent_at is null and dropped_at is null
      returning ${changed}
    ), ${telling('letterDropped')}`,
})
