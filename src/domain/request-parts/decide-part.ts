import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, conflict, versionSeen } from '#domain/seen/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { choice, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { decisions } from './lacking.ts'
import { informationClosed, unknownPart } from './errors.ts'
import { decidePartOfCase, findPart } from './part-queries.ts'

/** Decides what becomes of a part of a request: whether it is held, and released, withheld or released in part. */
export const decidePart = operation({
  name: 'decidepart',
  summary: 'Decide a part of a request',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    part: required(numberInCase, 'The part'),
    version: versionSeen,
    decision: required(choice(...decisions), 'The decision'),
    reasons: optional(longText, 'Reasons'),
  },
  errors: [unknownCase, informationClosed, unknownPart, changedMeanwhile],
  returns: reply<{ caseId: number; part: number }>('decidepartresponse', {
    caseId: 'caseid',
    part: 'part',
  }),
  examples: [{ CaseId: '1001', Part: '31', Version: '1', Decision: 'partly released' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { part, version, decision, reasons = null } = input
    const found = await findPart(db, { caseId, part })
    if (!found) throw refuse(unknownPart)
    if (found.version !== version) throw refuse(changedMeanwhile, conflict)
    void decidePartOfCase(db, { caseId, part, decision, reasons, author: actor.name, now })
    record(caseId, { part, decision })
    return { caseId, part }
  },
})
