import { recordNumber } from '#domain/customers/index.ts'
import { whatMayBeFiled } from '#domain/filing/index.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownDraft } from './errors.ts'
import { listCallFiles } from './file-queries.ts'
import { findDraft } from './queries.ts'

/** What is attached to a draft of one's own, and what further files may be. */
export const getCallFiles = operation({
  name: 'getcallfiles',
  summary: 'Show what is attached to a draft of a call',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.create',
  parameters: { draft: required(recordNumber, 'The draft') },
  errors: [unknownDraft],
  returns: 'content',
  examples: [{ Draft: '3302' }],

  async handle({ input: { draft: draftId }, db, actor, outside, refuse }) {
    const sought = { userId: actor.id, draftId }
    const [draft, files] = await Promise.all([findDraft(db, sought), listCallFiles(db, sought)])
    if (!draft) throw refuse(unknownDraft)
    return { draftId, files, ...(await whatMayBeFiled(db, outside)) }
  },
})
