import { findSubject } from '#domain/access/index.ts'
import { documentReference, sendableMediaType, unknownDocument } from '#domain/documents/index.ts'
import type { Content } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { findVersion } from './queries.ts'

/** The content that a document had before, byte for byte. */
export const downloadVersion = operation({
  name: 'downloadversion',
  summary: 'Download an older version of a document',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.document.view',
  parameters: {
    document: required(documentReference, 'The document', 'ref'),
    version: required(integer({ min: 1, max: 1_000_000 }), 'The version'),
  },
  errors: [unknownDocument],
  returns: 'content',
  examples: [{ ref: 'D3', Version: '1' }],

  async handle({ input, db, outside, refuse, record }): Promise<Content> {
    const { source, id } = input.document
    const { version } = input
    const held =
      source === 'document' ? await findVersion(db, { documentId: id, version }) : undefined
    const theCase =
      held && (await findSubject(db, { reference: { caseId: held.caseId }, isWriting: false }))
    if (!held || !theCase) throw refuse(unknownDocument)
    record(held.caseId, { reference: `D${id}`, version })
    const body = await outside.documents.store.open(db.organisationId, held.hash)
    if (!body) throw new Error('The content of an older version is missing')
    const size = held.size === null ? {} : { size: held.size }
    return { mediaType: sendableMediaType(held.mediaType), body, fileName: held.name, ...size }
  },
})
