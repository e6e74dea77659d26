import { caseReference, findSubject } from '#domain/access/index.ts'
import { settleClock } from '#domain/clock/index.ts'
import { unknownOtherCase } from '#domain/cost-limit/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { notMerged } from './errors.ts'
import { unmergeRow } from './queries.ts'

/** Takes a case out of the one that it was merged into: its status, stages, tasks and dates are what they were. */
export const unmergeCase = operation({
  name: 'unmergecase',
  summary: 'Undo the merging of a case into another',
  effect: 'write',
  permission: 'case.reopen',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    otherCase: required(caseNumber, 'Number of the other case'),
  },
  errors: [unknownCase, unknownOtherCase, notMerged],
  returns: reply<{ caseId: number; otherCase: number }>('unmergecaseresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1095', OtherCase: '1093' }],

  async handle({ input: { otherCase }, db, actor, now, subject: { caseId }, refuse, record }) {
    const sought = { reference: { caseId: otherCase }, isWriting: true }
    if (!(await findSubject(db, sought))) throw refuse(unknownOtherCase)
    const [undone] = await unmergeRow(db, { caseId, otherCase, author: actor.name, now })
    if (!undone) throw refuse(notMerged)
    await settleClock(db, { caseId, now })
    record(caseId, { otherCase })
    return { caseId, otherCase }
  },
})
