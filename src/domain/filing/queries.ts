import { tellingAs, touched } from '#domain/events/index.ts'
import { bool, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Puts a file whose content is in the store on a case that has been found and locked, and tells the history. */
export const insertFile = change({
  takes: {
    caseId: int8,
    name: text,
    mediaType: text,
    hash: text,
    size: int8,
    category: nullable(text),
    isReleased: bool,
    author: text,
    now: instant,
  },
  returns: { documentId: int8 },
  sql: `
    with ${touched}, added as (
      insert into documents (organisation_id, case_id, name, media_type, category,
        is_self_service, state, content_hash, content_size, document_at, author)
      values (:organisationId, :caseId, :name, :mediaType, :category, :isReleased, 'stored',
        :hash, :size, :now, :author)
      returning document_id
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, told.kind, jsonb_build_object('documentId', document_id),
        :author, :now
      from added, (values ('documentAdded', true), ('documentReleased', :isReleased))
        as told (kind, is_so)
      where told.is_so
    )
    select document_id as "documentId" from added`,
})

const doing = { caseId: int8, documentId: int8, author: text, now: instant }

/** The documents of a case, the newest first, of a category and for the customer or not where that is said. */
export const listCaseDocuments = list({
  takes: { caseId: int8, category: nullable(text), isReleased: nullable(bool) },
  returns: {
    documentId: int8,
    name: text,
    url: nullable(text),
    category: nullable(text),
    isReleased: bool,
    state: text,
    failure: nullable(text),
    size: nullable(int8),
    addedAt: instant,
    author: text,
    versions: int4,
  },
  sql: `
    select d.document_id as "documentId", d.name, d.url, d.category,
      d.is_self_service as "isReleased", d.state, d.failure, d.content_size as size,
      d.document_at as "addedAt", d.author, (
        select count(*)::int from document_versions v
        where v.organisation_id = d.organisation_id and v.document_id = d.document_id
      ) + 1 as versions
    from documents d
    where d.organisation_id = :organisationId and d.case_id = :caseId
      and (:category is null or d.category = :category)
      and (:isReleased is null or d.is_self_service = :isReleased)
    order by d.document_id desc`,
})

/** The categories that documents of a case have. */
export const listCategories = list({
  takes: { caseId: int8 },
  returns: { category: text },
  sql: `
    select distinct coalesce(d.category, '') as category
    from documents d
    where d.organisation_id = :organisationId and d.case_id = :caseId and d.category is not null
    order by category`,
})

/** A document of a case. */
export const findCaseDocument = find({
  takes: { caseId: int8, documentId: int8 },
  returns: {
    documentId: int8,
    name: text,
    mediaType: nullable(text),
    url: nullable(text),
    category: nullable(text),
    isReleased: bool,
    state: text,
    failure: nullable(text),
    size: nullable(int8),
    addedAt: instant,
    author: text,
  },
  sql: `
    select d.document_id as "documentId", d.name, d.media_type as "mediaType", d.url, d.category,
      d.is_self_service as "isReleased", d.state, d.failure, d.content_size as size,
      d.document_at as "addedAt", d.author
    from documents d
    where d.organisation_id = :organisationId and d.case_id = :caseId
      and d.document_id = :documentId`,
})

/** What a document was before, the newest first. */
export const listVersions = list({
  takes: { documentId: int8 },
  returns: { version: int4, name: text, size: nullable(int8), addedAt: instant, author: text },
  sql: `
    select v.version, v.name, v.content_size as size, v.document_at as "addedAt", v.author
    from document_versions v
    where v.organisation_id = :organisationId and v.document_id = :documentId
    order by v.version desc`,
})

/** One content that a document had before, and the case of the document. */
export const findVersion = find({
  takes: { documentId: int8, version: int8 },
  returns: {
    caseId: int8,
    name: text,
    mediaType: nullable(text),
    hash: text,
    size: nullable(int8),
  },
  sql: `
    select d.case_id as "caseId", v.name, v.media_type as "mediaType", v.content_hash as hash,
      v.content_size as size
    from document_versions v
    join documents d on d.organisation_id = v.organisation_id and d.document_id = v.document_id
    where v.organisation_id = :organisationId and v.document_id = :documentId
      and v.version = :version`,
})

/** Puts another content in the place of a document's; the one before is kept as a version of it. */
export const replaceContent = change({
  takes: {
    ...doing,
    name: text,
    mediaType: text,
    hash: text,
    size: int8,
    isReleased: bool,
  },
  returns: { documentId: int8 },
  sql: `
    with ${touched}, before as (
      select d.document_id, d.is_self_service, d.name, d.media_type, d.content_hash,
        d.content_size, d.document_at, d.author
      from documents d
      where d.organisation_id = :organisationId and d.document_id = :documentId
    ), kept as (
      insert into document_versions (organisation_id, document_id, version, name, media_type,
        content_hash, content_size, document_at, author)
      select :organisationId, b.document_id, (
          select count(*)::int from document_versions v
          where v.organisation_id = :organisationId and v.document_id = :documentId
        ) + 1, b.name, b.media_type, b.content_hash, b.content_size, b.document_at, b.author
      from before b
      where b.content_hash is not null
    ), replaced as (
      update documents
      set name = :name, media_type = :mediaType, content_hash = :hash, content_size = :size,
        is_self_service = :isReleased, state = 'stored', failure = null, document_at = :now,
        author = :author
      where organisation_id = :organisationId and document_id = :documentId
      returning document_id
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, told.kind, jsonb_build_object('documentId', b.document_id),
        :author, :now
      from before b, (values ('documentReplaced'), ('documentReleased'), ('documentWithdrawn'))
        as told (kind)
      where told.kind = 'documentReplaced'
        or told.kind = 'documentReleased' and :isReleased and not b.is_self_service
        or told.kind = 'documentWithdrawn' and not :isReleased and b.is_self_service
    )
    select document_id as "documentId" from replaced`,
})

/** Gives a document another name and category, and tells the history what they were. */
export const describeDocument = change({
  takes: {
    ...doing,
    name: text,
    category: nullable(text),
    changes: json<Readonly<Record<string, unknown>>>(),
  },
  returns: { documentId: int8 },
  sql: `
    with ${touched}, described as (
      update documents
      set name = :name, category = :category
      where organisation_id = :organisationId and document_id = :documentId
      returning document_id
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'documentAmended',
        jsonb_build_object('documentId', document_id, 'changes', :changes), :author, :now
      from described
    )
    select document_id as "documentId" from described`,
})

/** Lets the customer see a document, or no longer; told to the history where it was otherwise. */
export const setRelease = change({
  takes: { ...doing, isReleased: bool },
  returns: { documentId: int8 },
  sql: `
    with changed as (
      update documents
      set is_self_service = :isReleased
      where organisation_id = :organisationId and document_id = :documentId
        and is_self_service <> :isReleased
      returning document_id
    ), ${tellingAs(
      "case when :isReleased then 'documentReleased' else 'documentWithdrawn' end",
      "jsonb_build_object('documentId', document_id)",
    )}
    select document_id as "documentId" from changed`,
})
