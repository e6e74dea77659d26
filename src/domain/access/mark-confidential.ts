import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { makeConfidential } from './access-queries.ts'
import { caseReference } from './case-reference.ts'
import { staysKnownTo } from './stays-known-to.ts'

/** Makes a case confidential; whoever does it is named on it, or they would lose sight of it. */
export const markConfidential = operation({
  name: 'markconfidential',
  summary: 'Make a case confidential',
  effect: 'write',
  permission: 'case.access.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('markconfidentialresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId }, record }) {
    const [marked] = await makeConfidential(db, { caseId, author: actor.name, now })
    if (marked) staysKnownTo(db, caseId, { actor, now })
    record(caseId, { isConfidential: true })
    return { caseId }
  },
})
