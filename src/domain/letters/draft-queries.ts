import { telling, type EventKind } from '#domain/events/index.ts'
import { date, instant, int4, int8, nullable, text, type Row } from '#platform/columns.ts'
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
  /** How it went out and to which address; null where it has not, or nobody noted it. */
  sentHow: nullable(text),
  sentTo: nullable(text),
  /** When it was posted, or the mail that carries it was taken. */
  handedOverAt: nullable(instant),
  /** What became of the mail that carries it. */
  mailState: nullable(text),
  mailFailure: nullable(text),
}

/** A letter of a case that is drafted, sent or dropped; what was sent says what it said then. */
export type Draft = Row<typeof draft>

const selected = `
    select l.letter_draft_id as letter, l.track, l.stage, l.template, l.name, l.channel,
      case when c.correspondence_id is null then l.subject else c.subject end as subject,
      coalesce(c.body, l.body) as body,
      l.due_on as "dueOn", l.created_at as "createdAt", l.version, l.changed_by as "changedBy",
      l.changed_at as "changedAt", l.sent_at as "sentAt", l.dropped_at as "droppedAt",
      l.dropped_by as "droppedBy", l.dropped_reason as "droppedReason",
      l.correspondence_id as "correspondenceId", l.sent_how as "sentHow", l.sent_to as "sentTo",
      coalesce(l.posted_at, m.sent_at) as "handedOverAt", m.state as "mailState",
      m.failure as "mailFailure"
    from letter_drafts l
    left join correspondence c
      on c.organisation_id = l.organisation_id and c.correspondence_id = l.correspondence_id
    left join lateral (
      select each.state, each.failure, each.sent_at
      from mails each
      where each.organisation_id = l.organisation_id and each.kind = 'letter'
        and each.correspondence_id = l.correspondence_id
      order by each.mail_id desc
      limit 1
    ) m on l.sent_how = 'email'
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

/** What every change of a letter takes. */
export const doing = { caseId: int8, author: text, now: instant }

/** The end of a statement that has `changed` a letter: its history hears of it. */
export const tellingOfLetter = (kind: EventKind): string => `
    ${telling(kind, "jsonb_build_object('letter', letter, 'template', template, 'name', name)")}
    select letter`

/** What `tellingOfLetter` wants to know of a letter. */
export const changed = `letter_draft_id as letter, template, name`

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
    ), ${tellingOfLetter('letterDrafted')} from changed`,
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
    ), ${tellingOfLetter('letterAmended')} from changed`,
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
    ), ${tellingOfLetter('letterDropped')} from changed`,
})
