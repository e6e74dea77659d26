import { moment } from '#domain/calendar/index.ts'
import { countCase } from '#domain/clock/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { unknownDeadline } from './errors.ts'
import { deadlineOfCase, findDeadline, override } from './set-by-hand.ts'

/** Sets the date of a deadline by hand, with a reason; what its rule gives stays beside it. */
export const overrideDeadline = operation({
  name: 'overridedeadline',
  summary: 'Set the date of a deadline by hand',
  effect: 'write',
  permission: 'case.deadline.override',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    ...deadlineOfCase,
    due: required(moment, 'Date due'),
    reason: required(shortText, 'Reason'),
  },
  errors: [unknownCase, unknownDeadline],
  returns: reply<{ caseId: number }>('overridedeadlineresponse', { caseId: 'caseid' }),
  examples: [
    { CaseId: '1001', Deadline: 'respond', Due: '2026-04-20', Reason: 'Agreed with the customer' },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const counted = await countCase(db, { caseId, now })
    const found = findDeadline(counted, input)
    if (!found) throw refuse(unknownDeadline)
    override(db, counted, {
      deadline: found,
      due: input.due,
      reason: input.reason,
      author: actor.name,
      now,
    })
    record(caseId, { deadline: found.spec.code, due: input.due.on })
    return { caseId }
  },
})
