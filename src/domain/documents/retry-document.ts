import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { documentReference } from './document.ts'
import { unknownDocument } from './errors.ts'
import { fetchWithinCall } from './fetch-within-call.ts'
import { retryFetching } from './queries.ts'

/** Has a document that was not retrieved, or is kept as an address only, fetched again by hand. */
export const retryDocument = operation({
  name: 'retrydocument',
  summary: 'Fetch a document again',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, document: required(documentReference, 'The document') },
  errors: [unknownCase, unknownDocument],
  returns: reply<{ caseId: number; documentId: number }>('retrydocumentresponse', {
    caseId: 'caseid',
    documentId: 'documentid',
  }),
  examples: [{ CaseId: '1001', Document: 'D1' }],

  async handle({ input, db, subject, refuse, record }) {
    const { caseId } = subject
    const { source, id } = input.document
    const [again] = source === 'document' ? await retryFetching(db, { caseId, documentId: id }) : []
    if (!again) throw refuse(unknownDocument)
    record(caseId, again)
    return { caseId, ...again }
  },

  afterwards: (aftermath) => fetchWithinCall(aftermath, [aftermath.result.documentId]),
})
