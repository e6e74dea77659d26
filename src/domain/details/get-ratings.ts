import { readOfCase } from '#domain/access/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { operation } from '#kernel/operation.ts'
import { getRating } from './rating-queries.ts'

/** How a case is rated, and the ratings that its type knows. */
export const getRatings = operation({
  name: 'getratings',
  summary: 'Show how a case is rated and how it can be',
  ...readOfCase,
  permission: 'case.update',
  examples: [{ CaseId: '1001' }],

  async handle({ db, subject: { caseId } }) {
    const { rating, ...of } = await getRating(db, { caseId })
    const { ratings } = await caseTypeVersion(db, of)
    return { caseId, rating, ratings }
  },
})
