import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the page on which a case is merged into another. */
export const mergeAddress = (caseId: number | string): string => `${caseAddress(caseId)}/merge`

/** The address to which the button is sent that takes a case out of the one it was merged into. */
export const unmergeAddress = (caseId: number, intoCaseId: number): string =>
  `${caseAddress(caseId)}/merged/${intoCaseId}/undo`
