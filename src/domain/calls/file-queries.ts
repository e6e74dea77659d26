import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

const ownDraft = { userId: int8, draftId: int8 } as const

/** What is attached to a draft of somebody's own, in the order in which it came. */
export const listCallFiles = list({
  takes: ownDraft,
  returns: { fileId: int8, name: text, size: int8, category: nullable(text), isReleased: bool },
  sql: `
    select f.file_id as "fileId", f.name, f.content_size as size, f.category,
      f.is_self_service as "isReleased"
    from call_drafts d
    join call_draft_files f on f.organisation_id = d.organisation_id and f.draft_id = d.draft_id
    where d.organisation_id = :organisationId and d.user_id = :userId and d.draft_id = :draftId
    order by f.file_id`,
})

/** Attaches a file whose content is in the store to a draft of somebody's own; no row where there is none of that number. */
export const insertCallFile = change({
  takes: {
    ...ownDraft,
    name: text,
    mediaType: text,
    hash: text,
    size: int8,
    category: nullable(text),
    isReleased: bool,
  },
  returns: { fileId: int8 },
  sql: `
    with draft as (
      select d.draft_id
      from call_drafts d
      where d.organisation_id = :organisationId and d.user_id = :userId and d.draft_id = :draftId
      for key share -- whoever records the call at this moment is waited for
    )
    insert into call_draft_files (organisation_id, draft_id, name, media_type, content_hash,
      content_size, category, is_self_service)
    select :organisationId, draft_id, :name, :mediaType, :hash, :size, :category, :isReleased
    from draft
    returning file_id as "fileId"`,
})

/** Takes a file off a draft of somebody's own; no row where there is none of that number. */
export const deleteCallFile = change({
  takes: { ...ownDraft, fileId: int8 },
  returns: { fileId: int8 },
  sql: `
    delete from call_draft_files f
    using call_drafts d
    where d.organisation_id = :organisationId and d.user_id = :userId and d.draft_id = :draftId
      and f.organisation_id = d.organisation_id and f.draft_id = d.draft_id
      and f.file_id = :fileId
    returning f.file_id as "fileId"`,
})

/** Makes what is attached to a locked draft of somebody's own documents of a new case, and throws the draft away. */
export const fileDraft = change({
  takes: { ...ownDraft, caseId: int8, author: text, now: instant },
  returns: { documentId: int8 },
  sql: `
    with dropped as (
      delete from call_drafts d
      where d.organisation_id = :organisationId and d.user_id = :userId and d.draft_id = :draftId
      returning d.draft_id
    ), attached as (
      delete from call_draft_files f
      using dropped
      where f.organisation_id = :organisationId and f.draft_id = dropped.draft_id
      returning f.file_id, f.name, f.media_type, f.content_hash, f.content_size, f.category,
        f.is_self_service
    ), filed as (
      insert into documents (organisation_id, case_id, name, media_type, category,
        is_self_service, state, content_hash, content_size, document_at, author)
      select :organisationId, :caseId, a.name, a.media_type, a.category, a.is_self_service,
        'stored', a.content_hash, a.content_size, :now, :author
      from attached a
      order by a.file_id
      returning document_id, is_self_service
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, told.kind, jsonb_build_object('documentId', f.document_id),
        :author, :now
      from filed f, (values ('documentAdded', false), ('documentReleased', true))
        as told (kind, is_release)
      where f.is_self_service or not told.is_release
      order by f.document_id
    )
    select document_id as "documentId" from filed`,
})
