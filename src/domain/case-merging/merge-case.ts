import { caseReference, findSubject } from '#domain/access/index.ts'
import { settleClock } from '#domain/clock/index.ts'
import { unknownOtherCase } from '#domain/cost-limit/index.ts'
import { caseClosed } from '#domain/stages/index.ts'
import { reply } from '#kernel/answer.ts'
import { caseNumber, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase, type Flaw } from '#kernel/refusal.ts'
import { mergeRow } from './queries.ts'

/**
 * Merges a case into another that the actor may know of, both open: it closes, and its notes, documents and letters
 * are shown on the other as well. Nothing is moved, so it can be undone.
 */
export const mergeCase = operation({
  name: 'mergecase',
  summary: 'Merge a case into another',
  effect: 'write',
  permission: 'case.end',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    otherCase: required(caseNumber, 'Number of the other case'),
    reason: required(longText, 'Reason'),
  },
  errors: [unknownCase, unknownOtherCase, caseClosed],
  returns: reply<{ caseId: number; otherCase: number }>('mergecaseresponse', {
    caseId: 'caseid',
    otherCase: 'othercase',
  }),
  examples: [{ CaseId: '1094', OtherCase: '1093', Reason: 'Sent twice' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(caseClosed)
    const { otherCase, reason } = input
    const other = await findSubject(db, { reference: { caseId: otherCase }, isWriting: true })
    if (!other || otherCase === caseId)
      throw refuse(unknownOtherCase, flaw('There is no other case of that number'))
    if (other.isClosed)
      throw new Refusal(invalidInput, flaw(`Case ${otherCase} is closed: reopen it first`))
    await mergeRow(db, { caseId, otherCase, reason, author: actor.name, now })
    await settleClock(db, { caseId, now })
    record(caseId, { otherCase })
    return { caseId, otherCase }
  },
})

const flaw = (message: string): readonly Flaw[] => [
  { parameter: 'OtherCase', kind: 'invalid', message },
]
