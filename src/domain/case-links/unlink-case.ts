import { caseReference } from '#domain/access/index.ts'
import { unknownOtherCase } from '#domain/cost-limit/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { noSuchLink } from './errors.ts'
import { deleteLink, findOther } from './queries.ts'

/** Takes a link with another case away, from whichever side it was made. */
export const unlinkCase = operation({
  name: 'unlinkcase',
  summary: 'Take the link with another case away',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    otherCase: required(caseNumber, 'Number of the other case'),
  },
  errors: [unknownCase, unknownOtherCase, noSuchLink],
  returns: reply<{ caseId: number; otherCase: number }>('unlinkcaseresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1001', OtherCase: '1014' }],

  async handle({ input: { otherCase }, db, actor, now, subject: { caseId }, refuse, record }) {
    if (!(await findOther(db, { caseId, otherCase }))) throw refuse(unknownOtherCase)
    const [gone] = await deleteLink(db, { caseId, otherCase, author: actor.name, now })
    if (!gone) throw refuse(noSuchLink)
    record(caseId, { otherCase })
    return { caseId, otherCase }
  },
})
