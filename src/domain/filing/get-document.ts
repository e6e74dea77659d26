import { caseReference } from '#domain/access/index.ts'
import { documentReference, sendableMediaType, unknownDocument } from '#domain/documents/index.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { documentCategories } from './category.ts'
import { documentOfCase } from './document-of-case.ts'
import { listVersions } from './queries.ts'

/** A document of a case, with what it was before, and what it could be filed under. */
export const getDocument = operation({
  name: 'getdocument',
  summary: 'Show a document of a case',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.document.view',
  subject: 'case',
  parameters: { case: caseReference, document: required(documentReference, 'The document') },
  errors: [unknownCase, unknownDocument],
  returns: 'content',
  examples: [{ CaseId: '1001', Document: 'D2' }],

  async handle({ input, db, actor, outside, subject: { caseId } }) {
    const { mediaType, ...document } = await documentOfCase(db, caseId, input.document)
    return {
      caseId,
      document: { ...document, mediaType: sendableMediaType(mediaType) },
      versions: await listVersions(db, document),
      categories: await documentCategories(db),
      mostBytes: outside.documents.maxBytes,
      mayChange: actor.permissions.has('case.document.add'),
    }
  },
})
