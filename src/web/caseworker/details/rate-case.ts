import { getRatings, rateCase } from '#domain/details/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import { rateCaseView } from './rate-case.view.ts'

/** The page on which a case is rated. */
export const rateCasePage = formPage({
  path: '/cases/:caseId/rate',
  view: rateCaseView,
  operation: rateCase,
  async show(ask, parts) {
    const { caseId, rating, ratings } = await ask(getRatings, parts)
    return { caseNumber: String(caseId), rating: rating ?? undefined, ratings }
  },
  next: ({ caseId = '' }) => caseAddress(caseId),
  banner: 'Rating saved',
})
