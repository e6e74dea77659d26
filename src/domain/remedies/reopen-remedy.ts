import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { remedyOpen, unknownRemedy } from './errors.ts'
import { numberInCase } from './number.ts'
import { findRemedy, reopenRemedyOfCase, updateRedress } from './remedy-queries.ts'

/** Takes back that a remedy is done or not needed; what was paid counts no longer. */
export const reopenRemedy = operation({
  name: 'reopenremedy',
  summary: 'Reopen a remedy',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, remedy: required(numberInCase, 'The remedy') },
  errors: [unknownCase, unknownRemedy, remedyOpen],
  returns: reply<{ caseId: number; remedy: number }>('reopenremedyresponse', {
    caseId: 'caseid',
    remedy: 'remedy',
  }),
  examples: [{ CaseId: '1001', Remedy: '4' }],

  async handle({ input: { remedy }, db, actor, now, subject: { caseId }, refuse, record }) {
    const found = await findRemedy(db, { caseId, remedy })
    if (!found) throw refuse(unknownRemedy)
    if (found.state === 'open') throw refuse(remedyOpen)
    void reopenRemedyOfCase(db, { caseId, remedy, author: actor.name, now })
    if (found.what === 'payment') void updateRedress(db, { caseId })
    record(caseId, { remedy, what: found.what })
    return { caseId, remedy }
  },
})
