import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the page with what is kept of a request for information. */
export const informationAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/information`

/** The address of a form of that page. */
export const informationForm = (caseId: number | string, what: string): string =>
  `${informationAddress(caseId)}/${what}`
