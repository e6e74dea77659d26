import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { makeOpen } from './access-queries.ts'
import { caseReference } from './case-reference.ts'

/** Opens a confidential case to all who may see cases; who is barred stays so, who is named stays named. */
export const unmarkConfidential = operation({
  name: 'unmarkconfidential',
  summary: 'Make a case confidential no longer',
  effect: 'write',
  permission: 'case.access.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('unmarkconfidentialresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId }, record }) {
    void makeOpen(db, { caseId, author: actor.name, now })
    record(caseId, { isConfidential: false })
    return { caseId }
  },
})
