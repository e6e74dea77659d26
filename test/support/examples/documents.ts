import type { ContractStage } from '#test/contract-stage.ts'

/** Adds the document whose content is there that examples name, and an older version of the one that can be had. */
export async function addExampleDocuments({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into documents (organisation_id, document_id, case_id, name, media_type, state,
       content_hash, content_size, document_at, author)
     overriding system value
     select organisation_id, 2, 1001, name, media_type, state, content_hash, content_size,
       document_at, author
     from documents where organisation_id = $1 and document_id = 40017`,
  )
  await rows(
    `insert into document_versions (organisation_id, document_id, version, name, media_type,
       content_hash, content_size, document_at, author)
     select organisation_id, document_id, 1, name, media_type, content_hash, content_size,
       document_at, author
     from documents where organisation_id = $1 and document_id = 3`,
  )
}
