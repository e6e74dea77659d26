import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { unknownFlag } from './errors.ts'
import { settleFlagOfCase } from './flag-queries.ts'

const flagNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** Notes that a case worker has dealt with a value that did not fit (contract 6.0.4). */
export const settleFlag = operation({
  name: 'settleflag',
  summary: 'Settle a value that did not fit',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, flag: required(flagNumber, 'The flag') },
  errors: [unknownCase, unknownFlag],
  returns: reply<{ caseId: number; flagId: number }>('settleflagresponse', {
    caseId: 'caseid',
    flagId: 'flagid',
  }),
  examples: [{ CaseId: '1001', Flag: '1' }],

  async handle({ input, db, actor, now, subject, refuse, record }) {
    const { caseId } = subject
    const named = { caseId, flagId: input.flag, author: actor.name, now }
    const [settled] = await settleFlagOfCase(db, named)
    if (!settled) throw refuse(unknownFlag)
    record(caseId, settled)
    return { caseId, ...settled }
  },
})
