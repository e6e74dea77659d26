import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed, notLinked } from './errors.ts'
import { deleteLink } from './cost-queries.ts'

/** Takes back how two requests hang together: what one person made counts together again. */
export const unlinkRequest = operation({
  name: 'unlinkrequest',
  summary: 'Take back how another request hangs together with this one',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, otherCase: required(caseNumber, 'The other case') },
  errors: [unknownCase, informationClosed, notLinked],
  returns: reply<{ caseId: number; otherCase: number }>('unlinkrequestresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1001', OtherCase: '1012' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { otherCase } = input
    const [gone] = await deleteLink(db, { caseId, otherCase, author: actor.name, now })
    if (!gone) throw refuse(notLinked)
    record(caseId, { otherCase })
    return { caseId, otherCase }
  },
})
