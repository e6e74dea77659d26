import { caseReference } from '#domain/access/index.ts'
import { unknownOtherCase } from '#domain/cost-limit/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber, choice, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase, type Flaw } from '#kernel/refusal.ts'
import { alreadyLinked } from './errors.ts'
import { linkKinds } from './link.ts'
import { findOther, insertLink } from './queries.ts'

/** Links a case with another that the actor may know of; both show it. */
export const linkCase = operation({
  name: 'linkcase',
  summary: 'Link a case with another',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    otherCase: required(caseNumber, 'Number of the other case'),
    how: required(choice(...linkKinds), 'How they hang together'),
    reason: optional(longText, 'Reason'),
  },
  errors: [unknownCase, unknownOtherCase, alreadyLinked],
  returns: reply<{ caseId: number; otherCase: number }>('linkcaseresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1001', OtherCase: '1013', How: 'related', Reason: 'The same street' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const { otherCase, how, reason = null } = input
    if (!(await findOther(db, { caseId, otherCase })))
      throw refuse(unknownOtherCase, flaw('There is no case of that number'))
    const doing = { author: actor.name, now }
    const [linked] = await insertLink(db, { caseId, otherCase, how, reason, ...doing })
    if (!linked) throw refuse(alreadyLinked, flaw('These cases are linked already'))
    record(caseId, { otherCase, how })
    return { caseId, otherCase }
  },
})

const flaw = (message: string): readonly Flaw[] => [
  { parameter: 'OtherCase', kind: 'invalid', message },
]
