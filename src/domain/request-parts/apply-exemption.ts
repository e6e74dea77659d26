import { caseReference } from '#domain/access/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { choice, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed, unknownPart } from './errors.ts'
import { claimExemption, findPart } from './part-queries.ts'
import { exemptionNamed, wholeTest } from './public-interest.ts'

/** Claims an exemption or exception for a part of a request, with the public-interest test where it was made; said again, it takes the place of what was said before. */
export const applyExemption = operation({
  name: 'applyexemption',
  summary: 'Claim an exemption for a part of a request',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    part: required(numberInCase, 'The part'),
    exemption: required(chosen(shortText), 'The exemption'),
    interestFor: optional(longText, 'Public interest in disclosing'),
    interestAgainst: optional(longText, 'Public interest in withholding'),
    balance: optional(choice('withhold', 'disclose'), 'Where the balance lies'),
  },
  errors: [unknownCase, informationClosed, unknownPart],
  returns: reply<{ caseId: number; part: number }>('applyexemptionresponse', {
    caseId: 'caseid',
    part: 'part',
  }),
  examples: [
    {
      CaseId: '1001',
      Part: '31',
      Exemption: 'FOIA s43(2)',
      InterestFor: 'Spending is seen',
      InterestAgainst: 'Bids would suffer',
      Balance: 'withhold',
    },
  ],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { part } = input
    const { code: exemption, isQualified } = exemptionNamed(input.exemption)
    const test = wholeTest(input, isQualified)
    if (!(await findPart(db, { caseId, part }))) throw refuse(unknownPart)
    void claimExemption(db, { caseId, part, exemption, ...test, author: actor.name, now })
    record(caseId, { part, exemption })
    return { caseId, part }
  },
})
