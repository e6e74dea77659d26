import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of a case's documents. */
export const documentsAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/documents`

/** The address at which documents are put on a case. */
export const uploadAddress = (caseId: number | string): string => `${documentsAddress(caseId)}/new`

/** The address of the page of a document, or of something to be done with it, such as `release`. */
export const documentAddress = (
  caseId: number | string,
  reference: string,
  step?: string,
): string => [documentsAddress(caseId), encodeURIComponent(reference), step ?? []].flat().join('/')
