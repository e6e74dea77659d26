import { caseReference } from '#domain/access/index.ts'
import { documentReference, unknownDocument } from '#domain/documents/index.ts'
import { reply } from '#kernel/answer.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { documentOfCase } from './document-of-case.ts'
import { nameOfVersion } from './document-name.ts'
import { replaceContent } from './queries.ts'
import { receivedFile } from './received-file.ts'

/**
 * Puts a new version in the place of a document, which keeps its reference; the one before is kept. The
 * customer sees the new one only where that is said, whatever they saw before.
 */
export const replaceDocument = operation({
  name: 'replacedocument',
  summary: 'Add a new version of a document',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    document: required(documentReference, 'The document'),
    ...receivedFile,
    selfServiceAccess: optional(flag, 'The customer can see the new version'),
  },
  errors: [unknownCase, unknownDocument],
  returns: reply<{ caseId: number }>('replacedocumentresponse', { caseId: 'caseid' }),
  examples: [
    {
      CaseId: '1001',
      Document: 'D2',
      Name: 'Plan 2.pdf',
      Hash: '1f'.repeat(32),
      Size: '52140',
      MimeType: 'application/pdf',
    },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const before = await documentOfCase(db, caseId, input.document)
    const { documentId } = before
    record(caseId, { documentId })
    void replaceContent(db, {
      caseId,
      documentId,
      name: nameOfVersion(input.name, before.name),
      mediaType: input.mimeType,
      hash: input.hash,
      size: input.size,
      isReleased: input.selfServiceAccess ?? false,
      author: actor.name,
      now,
    })
    return { caseId }
  },
})
