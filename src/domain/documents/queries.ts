import { instant, int8, json, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'
import type { NewDocument } from './new-document.ts'

/** What a statement that adds documents takes besides its own: spread it into `takes`. */
export const takesDocuments = {
  documents: json<readonly NewDocument[]>(),
  author: text,
  now: instant,
}

/**
 * Common table expressions that add the documents of a submission to the case in the relation `theCase`
 * (its column `case_id`), tell the history, and put in a job for each that is to be fetched: at once where
 * the address is open, otherwise after the call has had its own try. The statement takes `takesDocuments`
 * and must return `addedDocumentIds`, or no job is put in.
 */
export const addingDocuments = (theCase: string): string => `
    new_documents as (
      insert into documents (organisation_id, case_id, position, name, media_type, url,
        is_url_public, category, is_in_summary, state, failure, document_at, author)
      select :organisationId, of_case.case_id, d.position, d.name, d."mediaType", d.url,
        d."isUrlPublic", d.category, d."isInSummary", d.state, d.failure, :now, :author
      from ${theCase} of_case, jsonb_to_recordset(:documents) as d (
        position int, name text, "mediaType" text, url text, "isUrlPublic" bool, category text,
        "isInSummary" bool, state text, failure text)
      order by d.position
      returning document_id, case_id, position, is_url_public, state
    ), new_document_events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, case_id, 'documentAdded',
        jsonb_build_object('documentId', document_id), :author, :now
      from new_documents
      order by position
    ), new_document_jobs as (
      select enqueue_job('fetchdocument', jsonb_build_object('documentId', document_id),
        clock_timestamp() + case when is_url_public then interval '0' else interval '1 minute' end,
        10)
      from new_documents
      where state = 'pending'
    )`

/** The ids of the documents added, in their order, as a jsonb list (column kind `json<readonly number[]>()`). */
export const addedDocumentIds = `(
      select coalesce(jsonb_agg(document_id order by position), '[]')
      from new_documents
      where (select count(*) from new_document_jobs) >= 0)`

/** Adds documents to a case that has been found and locked. */
export const insertDocuments = change({
  takes: { caseId: int8, ...takesDocuments },
  returns: { documentIds: json<readonly number[]>() },
  sql: `
    with touched as (
      update cases
      set last_touched_at = :now, first_touched_at = coalesce(first_touched_at, :now),
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId
      returning case_id
    ), ${addingDocuments('touched')}
    select ${addedDocumentIds} as "documentIds"`,
})
