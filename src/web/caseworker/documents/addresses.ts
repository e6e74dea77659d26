import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of a case's documents. */
export const documentsAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/documents`

/** The address at which documents are put on a case. */
export const uploadAddress = (caseId: number | string): string => `${documentsAddress(caseId)}/new`
