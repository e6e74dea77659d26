import { caseReference } from '#domain/access/index.ts'
import { informationClosed } from '#domain/request-parts/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber, choice, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { unknownOtherCase } from './errors.ts'
import { findOtherCase, insertLink } from './cost-queries.ts'

/** Says that requests of different people count together as they act in concert, or that two of one person do not as they are about different information. */
export const linkRequest = operation({
  name: 'linkrequest',
  summary: 'Say how another request hangs together with this one',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    otherCase: required(caseNumber, 'The other case'),
    how: required(choice('in concert', 'different information'), 'How they hang together'),
    reason: required(longText, 'Why'),
  },
  errors: [unknownCase, informationClosed, unknownOtherCase],
  returns: reply<{ caseId: number; otherCase: number }>('linkrequestresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1001', OtherCase: '1011', How: 'in concert', Reason: 'The same campaign' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { otherCase, how, reason } = input
    if (!(await findOtherCase(db, { caseId, otherCase }))) throw refuse(unknownOtherCase)
    void insertLink(db, { caseId, otherCase, how, reason, author: actor.name, now })
    record(caseId, { otherCase, how })
    return { caseId, otherCase }
  },
})
