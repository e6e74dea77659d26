import { recordNumber } from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCallFile } from './errors.ts'
import { deleteCallFile } from './file-queries.ts'

/** Takes a file off a draft of one's own. */
export const detachFromCall = operation({
  name: 'detachfromcall',
  summary: 'Take a file off a draft of a call',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.create',
  parameters: {
    draft: required(recordNumber, 'The draft'),
    callFile: required(recordNumber, 'The document'),
  },
  errors: [unknownCallFile],
  returns: reply<{ draft: string }>('detachfromcallresponse', { draft: 'draft' }),
  examples: [{ Draft: '3302', CallFile: '3311' }],

  async handle({ input: { draft: draftId, callFile: fileId }, db, actor, refuse, record }) {
    const detached = await deleteCallFile(db, { userId: actor.id, draftId, fileId })
    if (detached.length === 0) throw refuse(unknownCallFile)
    record(undefined, { draft: draftId, file: fileId })
    return { draft: String(draftId) }
  },
})
