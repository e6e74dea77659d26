import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the page on which the details of a case are changed. */
export const detailsAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/details/change`
