import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { remedySettled, unknownRemedy } from './errors.ts'
import { numberInCase } from './number.ts'
import { remedyToChange } from './remedy.ts'
import { dropRemedyOfCase } from './remedy-queries.ts'

/** Notes that a remedy is not needed any more, and why. */
export const dropRemedy = operation({
  name: 'dropremedy',
  summary: 'Note that a remedy is not needed',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    remedy: required(numberInCase, 'The remedy'),
    version: versionSeen,
    reason: required(longText, 'Why it is not needed'),
  },
  errors: [unknownCase, unknownRemedy, remedySettled, changedMeanwhile],
  returns: reply<{ caseId: number; remedy: number }>('dropremedyresponse', {
    caseId: 'caseid',
    remedy: 'remedy',
  }),
  examples: [{ CaseId: '1001', Remedy: '3', Version: '1', Reason: 'The tenant has moved away' }],

  async handle(task) {
    const { remedy, what } = await remedyToChange(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    void dropRemedyOfCase(db, { caseId, remedy, reason: input.reason, author: actor.name, now })
    record(caseId, { remedy, what })
    return { caseId, remedy }
  },
})
