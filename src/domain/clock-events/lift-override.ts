import { countCase } from '#domain/clock/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { forbidden, unknownDeadline } from './errors.ts'
import { updateOverride } from './queries.ts'
import { asStored, deadlineOfCase, findDeadline, placed, withDeadline } from './set-by-hand.ts'
import { settledAs, settleWith } from './tell-case.ts'

/** Lets the rule's own date hold again. */
export const liftOverride = operation({
  name: 'liftoverride',
  summary: 'Let the rule’s own date of a deadline hold again',
  effect: 'write',
  permission: 'case.deadline.override',
  subject: 'case',
  isWebOnly: true,
  parameters: { ...deadlineOfCase, reason: required(shortText, 'Reason') },
  errors: [unknownCase, unknownDeadline],
  returns: reply<{ caseId: number }>('liftoverrideresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Deadline: 'respond', Reason: 'Agreed in error' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const counted = await countCase(db, { caseId, now })
    const found = findDeadline(counted, input)
    if (!found) throw refuse(unknownDeadline)
    const stored = asStored(counted.dated, found)
    if (stored.overrideReason === null)
      throw forbidden('Deadline', 'Deadline has no date that was set by hand')
    const changed = settledAs(
      counted,
      withDeadline(counted.dated, { ...stored, overrideReason: null }),
      now,
    )
    const particulars = { deadline: found.spec.code, reason: input.reason }
    settleWith(db, changed, { author: actor.name, now, kind: 'overrideLifted', particulars })
    void updateOverride(db, { ...placed(caseId, found), reason: null, author: null })
    record(caseId, { deadline: found.spec.code })
    return { caseId }
  },
})
