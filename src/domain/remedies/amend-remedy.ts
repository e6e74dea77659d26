import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { remedySettled, unknownPoint, unknownRemedy } from './errors.ts'
import { numberInCase } from './number.ts'
import { remedyParameters, remedyPlan, remedyToChange } from './remedy.ts'
import { updateRemedy } from './remedy-queries.ts'

/** Plans an open remedy anew: what, by whom, by when, at what cost. */
export const amendRemedy = operation({
  name: 'amendremedy',
  summary: 'Amend a remedy',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    remedy: required(numberInCase, 'The remedy'),
    version: versionSeen,
    ...remedyParameters,
  },
  errors: [unknownCase, unknownRemedy, remedySettled, changedMeanwhile, unknownPoint],
  returns: reply<{ caseId: number; remedy: number }>('amendremedyresponse', {
    caseId: 'caseid',
    remedy: 'remedy',
  }),
  examples: [
    {
      CaseId: '1001',
      Remedy: '1',
      Version: '1',
      What: 'action',
      Description: 'Mend the roof and the gutter',
      TeamCode: 'HOUSING',
      DueOn: '2026-04-17',
    },
  ],

  async handle(task) {
    const { remedy } = await remedyToChange(task)
    const plan = await remedyPlan(task)
    const { db, actor, now, subject, record } = task
    const { caseId } = subject
    void updateRemedy(db, { caseId, remedy, ...plan, author: actor.name, now })
    record(caseId, { remedy, what: plan.what })
    return { caseId, remedy }
  },
})
