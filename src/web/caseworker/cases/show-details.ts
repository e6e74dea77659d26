import { getCaseOverview } from '#domain/notes/index.ts'
import { accountOfCaseAddress } from '#web/caseworker/accounts/addresses.ts'
import { shownAccount } from '#web/caseworker/accounts/shown-account.ts'
import { detailsAddress } from '#web/caseworker/details/addresses.ts'
import { casePage } from './case-page.ts'
import { showDetailsView } from './show-details.view.ts'
import { shownAnswer, shownPerson } from './shown-details.ts'

/** The page with what a case is about and who takes part in it. */
export const showDetailsPage = casePage({
  path: '/cases/:caseId/details',
  part: 'details',
  view: showDetailsView,
  async show(ask, parts, { banner }) {
    const told = await ask(getCaseOverview, parts)
    const { caseId, answers, parties, mayChangeDetails } = told
    return {
      caseNumber: String(caseId),
      banner,
      answers: answers.map(shownAnswer),
      changeAddress: mayChangeDetails ? detailsAddress(caseId) : undefined,
      people: parties.map(shownPerson),
      account: shownAccount(told),
      accountAddress: mayChangeDetails ? accountOfCaseAddress(caseId) : undefined,
    }
  },
})
