import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { recordNumber } from '#domain/customers/index.ts'
import { unknownDraft } from './errors.ts'
import { deleteDraft, lockDraft } from './queries.ts'

/** Throws away a draft of one's own, with what is attached to it. */
export const dropCallDraft = operation({
  name: 'dropcalldraft',
  summary: 'Throw away a draft of a call',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.create',
  parameters: { draft: required(recordNumber, 'The draft') },
  errors: [unknownDraft],
  returns: reply<{ draft: string }>('dropcalldraftresponse', { draft: 'draft' }),
  examples: [{ Draft: '3301' }],

  async handle({ input: { draft: draftId }, db, actor, refuse, record }) {
    const own = { userId: actor.id, draftId }
    void lockDraft(db, own)
    const dropped = await deleteDraft(db, own)
    if (dropped.length === 0) throw refuse(unknownDraft)
    record(undefined, { draft: draftId })
    return { draft: String(draftId) }
  },
})
