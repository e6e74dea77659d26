import { caseReference } from '#domain/access/index.ts'
import { admitLatePaper } from '#domain/stages/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import type { Composite } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { documentMissing } from './errors.ts'
import { fetchWithinCall } from './fetch-within-call.ts'
import { documentRows, fetchedWithinCall, readDocuments, type NewDocument } from './new-document.ts'
import { insertDocuments } from './queries.ts'

const newDocuments: Composite<readonly NewDocument[]> = Object.freeze({
  rows: documentRows,
  read: (raw) => ({ value: readDocuments(raw), flaws: [] }),
} satisfies Composite<readonly NewDocument[]>)

interface Uploaded {
  readonly caseId: number
  /** Those to be fetched before the call is answered. */
  readonly fetchNow: readonly number[]
}

const answer = reply<{ caseId: number }>('uploaddocumentsresponse', { caseId: 'caseid' })

/** Adds documents to a case (contract 6.16). */
export const uploadDocuments = operation({
  name: 'uploaddocuments',
  summary: 'Add documents to a case',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  parameters: { case: caseReference, documents: newDocuments },
  errors: [unknownCase, documentMissing],
  returns: {
    schema: answer.schema,
    toXml: ({ caseId }: Uploaded, context) => answer.toXml({ caseId }, context),
    toJson: ({ caseId }: Uploaded, context) => answer.toJson({ caseId }, context),
  },
  examples: [
    {
      CaseId: '1001',
      'Document1.Name': 'Plan.pdf',
      'Document1.URL': 'https://files.example/plan.pdf',
      'Document1.URLPublic': 'true',
    },
  ],

  async handle({ input, db, actor, now, subject, refuse, record }) {
    const { documents } = input
    if (documents.length === 0) throw refuse(documentMissing)
    const { caseId } = subject
    const [added] = await insertDocuments(db, { caseId, documents, author: actor.name, now })
    const documentIds = added?.documentIds ?? []
    await admitLatePaper(db, { subject, what: 'document', actor, now })
    record(caseId, { documentIds })
    return { caseId, fetchNow: fetchedWithinCall(documents, documentIds) }
  },

  afterwards: (aftermath) => fetchWithinCall(aftermath, aftermath.result.fetchNow),
})
