import { changeDetailsOfCase, getDetailsForm } from '#domain/details/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import { changeDetailsView } from './change-details.view.ts'

/** The page on which the details of a case are changed. */
export const changeDetailsPage = formPage({
  path: '/cases/:caseId/details/change',
  view: changeDetailsView,
  operation: changeDetailsOfCase,
  async show(ask, parts) {
    const { caseId, fields } = await ask(getDetailsForm, parts)
    return { caseNumber: String(caseId), fields }
  },
  next: ({ caseId = '' }) => `${caseAddress(caseId)}/details`,
  banner: 'Details saved',
})
