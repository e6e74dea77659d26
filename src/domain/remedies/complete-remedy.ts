import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { aheadFlaws, typedDate } from './day.ts'
import { remedySettled, unknownRemedy } from './errors.ts'
import { money } from './money.ts'
import { numberInCase } from './number.ts'
import { remedyToChange } from './remedy.ts'
import { completeRemedyOfCase, updateRedress } from './remedy-queries.ts'

/** Notes that a remedy is done, and what shows it; what was paid counts towards the redress of the case. */
export const completeRemedy = operation({
  name: 'completeremedy',
  summary: 'Note that a remedy is done',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    remedy: required(numberInCase, 'The remedy'),
    version: versionSeen,
    doneOn: optional(typedDate, 'The date on which it was done'),
    cost: optional(money, 'The cost'),
    evidence: required(longText, 'What shows that it is done'),
  },
  errors: [unknownCase, unknownRemedy, remedySettled, changedMeanwhile],
  returns: reply<{ caseId: number; remedy: number }>('completeremedyresponse', {
    caseId: 'caseid',
    remedy: 'remedy',
  }),
  examples: [
    {
      CaseId: '1001',
      Remedy: '2',
      Version: '1',
      Cost: '180.25',
      Evidence: 'Paid by bank transfer',
    },
  ],

  async handle(task) {
    const { remedy, what } = await remedyToChange(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const { cost: actualCost = null, evidence, doneOn = writeLocalDate(now) } = input
    const flaws = [
      ...(what === 'payment' && actualCost === null ? [unpaid] : []),
      ...aheadFlaws('DoneOn', doneOn, now),
    ]
    if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
    const done = { doneOn, actualCost, evidence, author: actor.name, now }
    void completeRemedyOfCase(db, { caseId, remedy, ...done })
    if (what === 'payment') void updateRedress(db, { caseId })
    record(caseId, { remedy, what })
    return { caseId, remedy }
  },
})

const unpaid = {
  parameter: 'Cost',
  kind: 'missing',
  message: 'Enter how much was paid',
} as const
