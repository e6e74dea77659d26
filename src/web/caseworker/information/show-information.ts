import { getInformation } from '#domain/information/index.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { costSection, partsSection, peopleSection, searchSection } from './information-in-words.ts'
import { showInformationView } from './show-information.view.ts'

/** The page with what is kept of a request for information. */
export const showInformationPage = casePage({
  path: '/cases/:caseId/information',
  part: 'information',
  view: showInformationView,
  async show(ask, parts, { banner }) {
    const told = await ask(getInformation, parts)
    return {
      caseNumber: String(told.caseId),
      banner,
      lacking: told.lacking,
      isOverLimit: told.cost.meter.isOverLimit,
      sections: [partsSection(told), costSection(told), searchSection(told), peopleSection(told)],
    }
  },
})
