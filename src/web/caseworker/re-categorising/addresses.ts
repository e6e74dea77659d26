import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the page on which another type is chosen for a case. */
export const typesAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/re-categorise`

/** The address of the page that shows what becomes of a case under a type. */
export const recategoriseAddress = (caseId: number | string, type: string): string =>
  `${typesAddress(caseId)}/${encodeURIComponent(type)}`
