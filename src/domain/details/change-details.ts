import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { changeDetails, everyField } from './change-in-details.ts'
import { detailsChangedMeanwhile } from './errors.ts'

/**
 * Changes what a case's form says: fields that were sent empty are cleared. A form that was opened before somebody
 * else changed the same fields is refused.
 */
export const changeDetailsOfCase = operation({
  name: 'changedetails',
  summary: 'Change the details of a case',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, raw: everyField },
  errors: [unknownCase, detailsChangedMeanwhile],
  returns: reply<{ caseId: number }>('changedetailsresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', 'Field.Details': 'Mould in the bathroom' }],

  async handle({ input: { raw }, db, actor, now, subject: { caseId }, record }) {
    const fields = await changeDetails(db, { caseId, raw, author: actor.name, now })
    record(caseId, { fields })
    return { caseId }
  },
})
