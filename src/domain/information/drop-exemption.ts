import { caseReference } from '#domain/access/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed, notClaimed, unknownPart } from './errors.ts'
import { deleteExemption, findPart } from './part-queries.ts'
import { exemptionNamed } from './public-interest.ts'

/** Takes back an exemption that was claimed for a part of a request. */
export const dropExemption = operation({
  name: 'dropexemption',
  summary: 'Take back an exemption',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    part: required(numberInCase, 'The part'),
    exemption: required(shortText, 'The exemption'),
  },
  errors: [unknownCase, informationClosed, unknownPart, notClaimed],
  returns: reply<{ caseId: number; part: number }>('dropexemptionresponse', {
    caseId: 'caseid',
    part: 'part',
  }),
  examples: [{ CaseId: '1001', Part: '31', Exemption: 'FOIA s42' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { part } = input
    const { code: exemption } = exemptionNamed(input.exemption)
    if (!(await findPart(db, { caseId, part }))) throw refuse(unknownPart)
    const [gone] = await deleteExemption(db, { caseId, part, exemption, author: actor.name, now })
    if (!gone) throw refuse(notClaimed)
    record(caseId, { part, exemption })
    return { caseId, part }
  },
})
