import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The page that says who may know of a case. */
export const accessAddress = (caseId: number | string): string => `${caseAddress(caseId)}/access`

/** The page of the confidential cases that somebody has opened in an emergency. */
export const breakGlassAddress = '/break-glass'
