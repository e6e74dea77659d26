import { caseReference } from '#domain/access/index.ts'
import { notAhead, numberInCase, typedDate } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed, unknownSearch } from './errors.ts'
import { completeSearchOf } from './search-queries.ts'

/** Says when a planned search was made, by whom, and what it has found. */
export const completeSearch = operation({
  name: 'completesearch',
  summary: 'Say what a search has found',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    search: required(numberInCase, 'The search'),
    searchedBy: required(shortText, 'Who searched'),
    searchedOn: required(typedDate, 'When'),
    found: required(longText, 'What was found'),
  },
  errors: [unknownCase, informationClosed, unknownSearch],
  returns: reply<{ caseId: number; search: number }>('completesearchresponse', {
    caseId: 'caseid',
    search: 'search',
  }),
  examples: [
    {
      CaseId: '1001',
      Search: '31',
      SearchedBy: 'Records',
      SearchedOn: '13/3/2026',
      Found: 'Two letters',
    },
  ],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { search, searchedBy, found } = input
    const searchedOn = notAhead('SearchedOn', input.searchedOn, now)
    const said = { searchedBy, searchedOn, found, author: actor.name, now }
    const [done] = await completeSearchOf(db, { caseId, search, ...said })
    if (!done) throw refuse(unknownSearch)
    record(caseId, done)
    return { caseId, ...done }
  },
})
