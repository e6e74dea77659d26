import { touched } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** The notes and files of a case that can go with what is split off: files that are there, or lie elsewhere for good. */
export const listToTake = list({
  takes: { caseId: int8, seesDocuments: bool },
  returns: { kind: text, id: int8, name: text, author: text, at: instant },
  sql: `
    select 'note' as kind, n.note_id as id, n.kind || ': ' || left(n.body, 200) as name, n.author,
      n.added_at as at
    from notes n
    where n.organisation_id = :organisationId and n.case_id = :caseId
    union all
    select 'document', d.document_id, d.name, d.author, d.document_at
    from documents d
    where d.organisation_id = :organisationId and d.case_id = :caseId and :seesDocuments
      and d.state in ('stored', 'link')
    order by kind, id`,
})

const taken = (ids: string): string =>
  `in (select n::bigint from jsonb_array_elements_text(${ids}) n)`

/**
 * Opens a case under another with its people and account, and with copies of some of its notes and files: a file is
 * kept once, whatever cases have it. Whoever may not know of the one may not know of the other.
 */
export const insertSplitCase = change({
  takes: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    label: text,
    status: text,
    rating: nullable(text),
    isConfidential: bool,
    teamId: nullable(int8),
    answers: json<Readonly<Record<string, unknown>>>(),
    isSameReceipt: bool,
    notes: json<readonly number[]>(),
    documents: json<readonly number[]>(),
    reason: text,
    author: text,
    now: instant,
    today: date,
  },
  returns: { otherCase: int8, receivedOn: date },
  sql: `
    with opened as (
      insert into cases (organisation_id, case_id, parent_case_id, case_type_id, case_type_version,
        label, status, rating, is_confidential, team_id, account_id, received_at, received_on,
        received_method, created_at, created_by, updated_at, latitude, longitude, place_postcode,
        attributes)
      select c.organisation_id, next_case_id(), c.case_id, :caseTypeId, :version, :label, :status,
        :rating, c.is_confidential or :isConfidential, coalesce(:teamId, c.team_id), c.account_id,
        case when :isSameReceipt then c.received_at else :now end,
        case when :isSameReceipt then c.received_on else :today end, c.received_method, :now,
        :author, casewright_now(), c.latitude, c.longitude, c.place_postcode, :answers
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
      returning case_id, received_on
    ), parties as (
      insert into case_parties (organisation_id, case_id, role, position, customer_id)
      select p.organisation_id, o.case_id, p.role, p.position, p.customer_id
      from opened o, case_parties p
      where p.organisation_id = :organisationId and p.case_id = :caseId
    ), readers as (
      insert into case_readers (organisation_id, case_id, user_id, named_by, named_at, reason,
        until_at)
      select r.organisation_id, o.case_id, r.user_id, r.named_by, r.named_at, r.reason, r.until_at
      from opened o, case_readers r
      where r.organisation_id = :organisationId and r.case_id = :caseId
    ), bars as (
      insert into case_bars (organisation_id, case_id, user_id, reason, barred_by, barred_at)
      select b.organisation_id, o.case_id, b.user_id, b.reason, b.barred_by, b.barred_at
      from opened o, case_bars b
      where b.organisation_id = :organisationId and b.case_id = :caseId
    ), notes_taken as (
      insert into notes (organisation_id, case_id, kind, body, is_visible_to_customer, author,
        added_at)
      select n.organisation_id, o.case_id, n.kind, n.body, n.is_visible_to_customer, n.author,
        n.added_at
      from opened o, notes n
      where n.organisation_id = :organisationId and n.case_id = :caseId
        and n.note_id ${taken(':notes')}
      order by n.note_id
      returning case_id, note_id
    ), documents_taken as (
      insert into documents (organisation_id, case_id, position, name, media_type, url,
        is_url_public, category, is_in_summary, state, content_hash, content_size, document_at,
        author)
      select d.organisation_id, o.case_id, d.position, d.name, d.media_type, d.url,
        d.is_url_public, d.category, d.is_in_summary, d.state, d.content_hash, d.content_size,
        d.document_at, d.author
      from opened o, documents d
      where d.organisation_id = :organisationId and d.case_id = :caseId
        and d.document_id ${taken(':documents')} and d.state in ('stored', 'link')
      order by d.document_id
      returning case_id, document_id
    ), told as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'caseSplit',
        jsonb_build_object('otherCase', o.case_id, 'reason', :reason), :author, :now
      from opened o
      union all
      select :organisationId, n.case_id, 'noteAdded', jsonb_build_object('noteId', n.note_id),
        :author, :now
      from notes_taken n
      union all
      select :organisationId, d.case_id, 'documentAdded',
        jsonb_build_object('documentId', d.document_id), :author, :now
      from documents_taken d
    ), ${touched}
    select o.case_id as "otherCase", o.received_on as "receivedOn" from opened o`,
})
