import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed } from './errors.ts'
import { insertThirdParty } from './search-queries.ts'

/** Adds somebody else of whom what was found tells: by a reference, never by name. */
export const addThirdParty = operation({
  name: 'addthirdparty',
  summary: 'Add a third party',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    reference: required(text({ max: 100 }), 'A reference, such as a staff number; not a name'),
  },
  errors: [unknownCase, informationClosed],
  returns: reply<{ caseId: number; thirdParty: number }>('addthirdpartyresponse', {
    caseId: 'caseid',
    thirdParty: 'thirdparty',
  }),
  examples: [{ CaseId: '1001', Reference: 'Staff 4711' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { reference } = input
    const [added] = await insertThirdParty(db, { caseId, reference, author: actor.name, now })
    if (!added) throw new Error('A third party was not added')
    record(caseId, added)
    return { caseId, ...added }
  },
})
