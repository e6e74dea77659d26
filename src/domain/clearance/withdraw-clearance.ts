import { caseReference } from '#domain/access/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { mayWithdraw } from './answer.ts'
import { findAnswer, getTypeOfCase } from './answer-queries.ts'
import { findOpenStep, withdrawClearanceOf } from './clearance-queries.ts'
import { answersClosed, noClearance, notToWithdraw, unknownAnswer } from './errors.ts'

/** Takes an answer back before it is cleared, to change or drop it. */
export const withdrawClearance = operation({
  name: 'withdrawclearance',
  summary: 'Withdraw an answer from being cleared',
  effect: 'write',
  permission: 'case.answer.draft',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    answer: required(numberInCase, 'The answer'),
    reason: required(longText, 'Why it is withdrawn'),
  },
  errors: [unknownCase, answersClosed, unknownAnswer, noClearance, notToWithdraw],
  returns: reply<{ caseId: number; answer: number }>('withdrawclearanceresponse', {
    caseId: 'caseid',
    answer: 'answer',
  }),
  examples: [{ CaseId: '1004', Answer: '4', Reason: 'A document has turned up' }],

  async handle({ input, db, actor, now, subject, refuse, record }) {
    const { caseId, isClosed } = subject
    const { answer, reason } = input
    if (isClosed) throw refuse(answersClosed)
    const found = await findAnswer(db, { caseId, answer })
    if (!found) throw refuse(unknownAnswer)
    const open = await findOpenStep(db, { caseId, answer })
    if (!open) throw refuse(noClearance)
    const { holderId } = await getTypeOfCase(db, { caseId })
    if (!mayWithdraw(actor, found, holderId)) throw refuse(notToWithdraw)
    const { clearanceId } = open
    void withdrawClearanceOf(db, { caseId, clearanceId, reason, author: actor.name, now })
    record(caseId, { answer })
    return { caseId, answer }
  },
})
