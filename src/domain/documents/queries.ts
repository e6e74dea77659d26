import { touching } from '#domain/events/index.ts'
import { bool, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'
import { fetching } from './document.ts'
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
 * (whose author may go by another name) and must return `addedDocumentIds`, or no job is put in.
 */
export const addingDocuments = (theCase: string, author = ':author'): string => `
    new_documents as (
      insert into documents (organisation_id, case_id, position, name, media_type, url,
        is_url_public, category, is_in_summary, state, failure, document_at, author)
      select :organisationId, of_case.case_id, d.position, d.name, d."mediaType", d.url,
        d."isUrlPublic", d.category, d."isInSummary", d.state, d.failure, :now, ${author}
      from ${theCase} of_case, jsonb_to_recordset(:documents) as d (
        position int, name text, "mediaType" text, url text, "isUrlPublic" bool, category text,
        "isInSummary" bool, state text, failure text)
      order by d.position
      returning document_id, case_id, position, is_url_public, state
    ), new_document_events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, case_id, 'documentAdded',
        jsonb_build_object('documentId', document_id), ${author}, :now
      from new_documents
      order by position
    ), new_document_jobs as (
      select enqueue_job('${fetching.name}', jsonb_build_object('documentId', document_id),
        clock_timestamp() + case when is_url_public then interval '0' else interval '1 minute' end,
        ${fetching.attempts})
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
      set ${touching}
      where organisation_id = :organisationId and case_id = :caseId
      returning case_id
    ), ${addingDocuments('touched')}
    select ${addedDocumentIds} as "documentIds"`,
})

/** What an attempt to fetch a document must know; only while there is something to fetch. */
export const findUnfetched = find({
  takes: { documentId: int8 },
  returns: { name: text, url: text, mediaType: nullable(text), state: text },
  sql: `
    select d.name, coalesce(d.url, '') as url, d.media_type as "mediaType", d.state
    from documents d
    where d.organisation_id = :organisationId and d.document_id = :documentId
      and d.state in ('pending', 'not retrieved')`,
})

/** Notes that the content is in the store; of two attempts at once the first counts. */
export const storeDocument = change({
  takes: {
    documentId: int8,
    hash: text,
    size: int8,
    mediaType: text,
    author: text,
    now: instant,
  },
  returns: { documentId: int8 },
  sql: `
    with stored as (
      update documents
      set state = 'stored', failure = null, content_hash = :hash, content_size = :size,
        media_type = :mediaType
      where organisation_id = :organisationId and document_id = :documentId and state <> 'stored'
      returning document_id, case_id
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, case_id, 'documentRetrieved',
        jsonb_build_object('documentId', document_id), :author, :now
      from stored
    )
    select document_id as "documentId" from stored`,
})

/** Notes why a document did not come; told to the history once for each new reason. */
export const failDocument = change({
  takes: { documentId: int8, failure: text, author: text, now: instant },
  returns: { documentId: int8 },
  sql: `
    with failed as (
      update documents
      set state = 'not retrieved', failure = :failure
      where organisation_id = :organisationId and document_id = :documentId
        and (state = 'pending' or state = 'not retrieved' and failure is distinct from :failure)
      returning document_id, case_id
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, case_id, 'documentNotRetrieved',
        jsonb_build_object('documentId', document_id), :author, :now
      from failed
    )
    select document_id as "documentId" from failed`,
})

/** Has a document of a case fetched anew, unless it is there; no row comes back where there is no such document. */
export const retryFetching = change({
  takes: { caseId: int8, documentId: int8 },
  returns: { documentId: int8 },
  sql: `
    with again as (
      update documents
      set state = 'pending', failure = null
      where organisation_id = :organisationId and case_id = :caseId
        and document_id = :documentId and state <> 'stored'
      returning document_id
    ), job as (
      select enqueue_job('${fetching.name}', jsonb_build_object('documentId', document_id),
        clock_timestamp() + interval '1 minute', ${fetching.attempts})
      from again
    )
    select d.document_id as "documentId"
    from documents d
    where d.organisation_id = :organisationId and d.case_id = :caseId
      and d.document_id = :documentId and (select count(*) from job) >= 0`,
})

/** The hosts and ports from which the organisation allows documents although they are not public. */
export const listDocumentSources = list({
  takes: {},
  returns: { host: text, port: int4 },
  sql: `
    select s.host, s.port from document_sources s
    where s.organisation_id = :organisationId
    order by s.host, s.port`,
})

export const insertDocumentSource = change({
  takes: { host: text, port: int4 },
  returns: { host: text, port: int4 },
  sql: `
    insert into document_sources (organisation_id, host, port)
    values (:organisationId, :host, :port)
    on conflict do nothing
    returning host, port`,
})

export const deleteDocumentSource = change({
  takes: { host: text, port: int4 },
  returns: { host: text, port: int4 },
  sql: `
    delete from document_sources
    where organisation_id = :organisationId and host = :host and port = :port
    returning host, port`,
})

/** The files of a case with where each stands, in the order in which they came. */
export const listDocuments = list({
  takes: { caseId: int8 },
  returns: {
    documentId: int8,
    name: text,
    mediaType: nullable(text),
    url: nullable(text),
    category: nullable(text),
    isInSummary: bool,
    isSelfService: bool,
    state: text,
    failure: nullable(text),
    size: nullable(int8),
    documentAt: instant,
    author: text,
  },
  sql: `
    select d.document_id as "documentId", d.name, d.media_type as "mediaType", d.url, d.category,
      d.is_in_summary as "isInSummary", d.is_self_service as "isSelfService", d.state, d.failure,
      d.content_size as size, d.document_at as "documentAt", d.author
    from documents d
    where d.organisation_id = :organisationId and d.case_id = :caseId
    order by d.document_id`,
})

/** A file by its number, and the case it belongs to. */
export const findDocument = find({
  takes: { documentId: int8 },
  returns: {
    caseId: int8,
    name: text,
    mediaType: nullable(text),
    state: text,
    hash: nullable(text),
    size: nullable(int8),
  },
  sql: `
    select d.case_id as "caseId", d.name, d.media_type as "mediaType", d.state,
      d.content_hash as hash, d.content_size as size
    from documents d
    where d.organisation_id = :organisationId and d.document_id = :documentId`,
})
