import { telling } from '#domain/events/index.ts'
import { bool, int8, nullable, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'
import { changed, doing, tellingOfLetter } from './draft-queries.ts'

const sending = { ...doing, letter: int8, how: text, sentTo: nullable(text) }
const channel = `case :how when 'email' then 'email' else 'letter' end`
const wentOut = `sent_how = :how, sent_to = :sentTo,
        posted_at = case when :how = 'post' then :now end, changed_by = :author,
        changed_at = :now, version = l.version + 1`

/** Makes a draft correspondence: what it says now is what was sent. */
export const sendDraft = change({
  takes: { ...sending, subject: nullable(text), body: text, isSelfService: bool },
  returns: { letter: int8, correspondenceId: int8 },
  sql: `
    with draft as (
      select l.letter_draft_id, l.template, l.name, l.created_at
      from letter_drafts l
      where l.organisation_id = :organisationId and l.case_id = :caseId
        and l.letter_draft_id = :letter and l.sent_at is null and l.dropped_at is null
    ), sent as (
      insert into correspondence (organisation_id, case_id, code, name, channel, subject, body,
        author, created_at, processed_at, is_self_service, updated_at)
      select :organisationId, :caseId, d.template, d.name, ${channel}, :subject, :body, :author,
        d.created_at, :now, :isSelfService, casewright_now()
      from draft d
      returning correspondence_id
    ), changed as (
      update letter_drafts l
      set sent_at = :now, correspondence_id = s.correspondence_id, ${wentOut}
      from sent s
      where l.organisation_id = :organisationId and l.letter_draft_id = :letter
      returning l.letter_draft_id as letter, l.template, l.name, s.correspondence_id
    ), ${telling(
      'letterSent',
      `jsonb_build_object('letter', letter, 'template', template, 'name', name,
        'correspondenceId', correspondence_id, 'how', :how)`,
    )}
    select letter, correspondence_id as "correspondenceId" from changed`,
})

/** Notes that a letter that was sent is sent anew, as it was; how it goes out now decides how it is handed out. */
export const sendDraftAnew = change({
  takes: sending,
  returns: { letter: int8 },
  sql: `
    with changed as (
      update letter_drafts l set ${wentOut}
      where l.organisation_id = :organisationId and l.case_id = :caseId
        and l.letter_draft_id = :letter and l.sent_at is not null
      returning ${changed}, correspondence_id
    ), filed as (
      update correspondence c
      set channel = ${channel}, updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from changed
      where c.organisation_id = :organisationId
        and c.correspondence_id = changed.correspondence_id
    ), ${tellingOfLetter('letterSentAnew')} from changed`,
})
