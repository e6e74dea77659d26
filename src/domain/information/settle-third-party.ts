import { caseReference } from '#domain/access/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { choice, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import { informationClosed, unknownThirdParty } from './errors.ts'
import { settleThirdPartyOf } from './search-queries.ts'

const halfDecided = (decision: string | null): Refusal => {
  const [parameter, message] =
    decision === null
      ? ['Decision', 'Select the decision']
      : ['Reasons', 'Enter reasons for the decision']
  return new Refusal(invalidInput, [{ parameter, kind: 'missing', message }])
}

/** Says whether a third party was asked and consents, and whether what tells of them is disclosed, redacted or withheld (DPA 2018 Sch. 2 para 16). */
export const settleThirdParty = operation({
  name: 'settlethirdparty',
  summary: 'Say whether a third party consents, and what is decided',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    thirdParty: required(numberInCase, 'The third party'),
    consent: required(choice('not asked', 'asked', 'given', 'refused'), 'Their consent'),
    decision: optional(choice('disclose', 'redact', 'withhold'), 'The decision'),
    reasons: optional(longText, 'Reasons for the decision'),
  },
  errors: [unknownCase, informationClosed, unknownThirdParty],
  returns: reply<{ caseId: number; thirdParty: number }>('settlethirdpartyresponse', {
    caseId: 'caseid',
    thirdParty: 'thirdparty',
  }),
  examples: [{ CaseId: '1001', ThirdParty: '31', Consent: 'asked' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { thirdParty, consent, decision = null, reasons = null } = input
    if ((decision === null) !== (reasons === null)) throw halfDecided(decision)
    const said = { consent, decision, reasons, author: actor.name, now }
    const [settled] = await settleThirdPartyOf(db, { caseId, thirdParty, ...said })
    if (!settled) throw refuse(unknownThirdParty)
    record(caseId, { thirdParty, consent, decision })
    return { caseId, thirdParty }
  },
})
