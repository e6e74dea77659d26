import { recordNumber } from '#domain/customers/index.ts'
import { newFile, readCategory } from '#domain/filing/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownDraft } from './errors.ts'
import { insertCallFile } from './file-queries.ts'

/** Keeps a file with a draft of one's own; it becomes a document of the case when that is made. */
export const attachToCall = operation({
  name: 'attachtocall',
  summary: 'Attach a file to a draft of a call',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.create',
  parameters: { draft: required(recordNumber, 'The draft'), ...newFile },
  errors: [unknownDraft],
  returns: reply<{ draft: string; file: string }>('attachtocallresponse', {
    draft: 'draft',
    file: 'file',
  }),
  examples: [
    {
      Draft: '3302',
      Name: 'Plan.pdf',
      Hash: '0f'.repeat(32),
      Size: '52133',
      MimeType: 'application/pdf',
    },
  ],

  async handle({ input, db, actor, refuse, record }) {
    const { draft: draftId, name, hash, size, mimeType: mediaType } = input
    const [attached] = await insertCallFile(db, {
      userId: actor.id,
      draftId,
      name,
      mediaType,
      hash,
      size,
      category: await readCategory(db, input.category),
      isReleased: input.selfServiceAccess ?? false,
    })
    if (!attached) throw refuse(unknownDraft)
    record(undefined, { draft: draftId, file: attached.fileId })
    return { draft: String(draftId), file: String(attached.fileId) }
  },
})
