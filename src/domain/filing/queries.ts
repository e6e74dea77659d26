import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'

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
    with touched as (
      update cases
      set last_touched_at = :now, first_touched_at = coalesce(first_touched_at, :now),
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId
    ), added as (
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
