import { caseReference } from '#domain/access/index.ts'
import {
  documentNotRetrieved,
  documentReference,
  unknownDocument,
} from '#domain/documents/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { documentOfCase } from './document-of-case.ts'
import { setRelease } from './queries.ts'

/** Lets the customer see a document whose content is there. */
export const releaseDocument = operation({
  name: 'releasedocument',
  summary: 'Let the customer see a document',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, document: required(documentReference, 'The document') },
  errors: [unknownCase, unknownDocument, documentNotRetrieved],
  returns: reply<{ caseId: number }>('releasedocumentresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Document: 'D2' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const { documentId, state } = await documentOfCase(db, caseId, input.document)
    if (state !== 'stored') throw refuse(documentNotRetrieved)
    record(caseId, { documentId })
    void setRelease(db, { caseId, documentId, isReleased: true, author: actor.name, now })
    return { caseId }
  },
})
