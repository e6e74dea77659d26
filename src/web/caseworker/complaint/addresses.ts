import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the page with a case's points and remedies. */
export const complaintAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/complaint`

/** The address of a form about a point: to add one, or to change one by its number. */
export const pointAddress = (caseId: number, what: string): string =>
  `${complaintAddress(caseId)}/points/${what}`

/** The address of a form about a remedy: to add one, or to change one by its number. */
export const remedyAddress = (caseId: number, what: string): string =>
  `${complaintAddress(caseId)}/remedies/${what}`

/** The address of the list of all open remedies. */
export const openRemediesAddress = '/remedies'
