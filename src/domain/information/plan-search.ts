import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed } from './errors.ts'
import { insertSearch } from './search-queries.ts'

/** Plans where personal data will be looked for. */
export const planSearch = operation({
  name: 'plansearch',
  summary: 'Plan a search',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, place: required(shortText, 'The system or place') },
  errors: [unknownCase, informationClosed],
  returns: reply<{ caseId: number; search: number }>('plansearchresponse', {
    caseId: 'caseid',
    search: 'search',
  }),
  examples: [{ CaseId: '1001', Place: 'Housing files' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { place } = input
    const [added] = await insertSearch(db, { caseId, place, author: actor.name, now })
    if (!added) throw new Error('A search was not planned')
    record(caseId, added)
    return { caseId, ...added }
  },
})
