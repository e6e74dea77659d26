import { caseReference } from '#domain/access/index.ts'
import { documentReference, unknownDocument } from '#domain/documents/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { documentOfCase } from './document-of-case.ts'
import { setRelease } from './queries.ts'

/** Lets the customer see a document no longer. */
export const withdrawDocument = operation({
  name: 'withdrawdocument',
  summary: 'Let the customer see a document no longer',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, document: required(documentReference, 'The document') },
  errors: [unknownCase, unknownDocument],
  returns: reply<{ caseId: number }>('withdrawdocumentresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Document: 'D2' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const { documentId } = await documentOfCase(db, caseId, input.document)

    record(caseId, { documentId })
    void setRelease(db, { caseId, documentId, isReleased: false, author: actor.name, now })
    return { caseId }
  },
})
