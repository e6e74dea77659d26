import { caseReference } from '#domain/access/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { notAhead, numberInCase, typedDate, unknownPoint } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { flag, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { insertExclusion } from './exclusion-queries.ts'
import { findPoint } from './point-queries.ts'

/**
 * Records why a complaint, or a point of it, is not taken on, and that the customer was told (Housing
 * Ombudsman Complaint Handling Code, 2). The case stays as it is.
 */
export const refuseComplaint = operation({
  name: 'refusecomplaint',
  summary: 'Record why a complaint is not taken on',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    point: optional(numberInCase, 'The one point that is not taken on'),
    reason: required(shortText, 'The reason'),
    explanation: required(longText, 'The reason in words, as the customer was told'),
    toldOn: required(typedDate, 'The date on which the customer was told'),
    ombudsmanGiven: optional(flag, 'The customer was told how to reach the Ombudsman'),
  },
  errors: [unknownCase, unknownPoint],
  returns: reply<{ caseId: number; exclusionId: number }>('refusecomplaintresponse', {
    caseId: 'caseid',
    exclusionId: 'exclusionid',
  }),
  examples: [
    {
      CaseId: '1001',
      Reason: 'Over 12 months old',
      Explanation: 'The works ended in 2023',
      ToldOn: '2026-03-10',
      OmbudsmanGiven: 'true',
    },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const { point = null, explanation, ombudsmanGiven: isOmbudsmanGiven = false } = input
    if (point !== null && !(await findPoint(db, { caseId, point }))) throw refuse(unknownPoint)
    const reason = await configuredReason(db, input.reason)
    const toldOn = notAhead('ToldOn', input.toldOn, now)
    const exclusion = { point, reason, explanation, toldOn, isOmbudsmanGiven }
    const [added] = await insertExclusion(db, { caseId, ...exclusion, author: actor.name, now })
    if (!added) throw new Error('An exclusion was not recorded')
    record(caseId, added)
    return { caseId, ...added }
  },
})

async function configuredReason(db: Reading, sent: string): Promise<string> {
  const reason = (await configuredOptions(db)).match('complaint exclusion', sent)
  if (reason !== undefined) return reason
  const message = 'Select a reason from the list'
  throw new Refusal(invalidInput, [{ parameter: 'Reason', kind: 'invalid', message }])
}
