import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { readCategory } from './category.ts'
import { insertFile } from './queries.ts'
import { newFile } from './received-file.ts'

/** Puts a file from somebody's own machine on a case; the customer sees it only where that is said. */
export const addFile = operation({
  name: 'addfile',
  summary: 'Put a file on a case',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...newFile,
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number; documentId: number }>('addfileresponse', {
    caseId: 'caseid',
    documentId: 'documentid',
  }),
  examples: [
    {
      CaseId: '1001',
      Name: 'Plan.pdf',
      Hash: '0f'.repeat(32),
      Size: '52133',
      MimeType: 'application/pdf',
      SelfServiceAccess: 'true',
    },
  ],

  async handle({ input, db, actor, now, subject, record }) {
    const { caseId } = subject
    const [added] = await insertFile(db, {
      caseId,
      name: input.name,
      mediaType: input.mimeType,
      hash: input.hash,
      size: input.size,
      category: await readCategory(db, input.category),
      isReleased: input.selfServiceAccess ?? false,
      author: actor.name,
      now,
    })
    const { documentId = 0 } = added ?? {}
    record(caseId, { documentId })
    return { caseId, documentId }
  },
})
