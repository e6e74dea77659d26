import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the page on which another case is opened out of a case. */
export const splitAddress = (caseId: number | string): string => `${caseAddress(caseId)}/split`
