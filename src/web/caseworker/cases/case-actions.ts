import { settleFlag } from '#domain/cases/index.ts'
import { retryDocument } from '#domain/documents/index.ts'
import type { Action, PathParts } from '#web/layout/form-page.ts'

/** The address of a case's page. */
export const caseAddress = (caseId: number | string): string =>
  `/cases/${encodeURIComponent(caseId)}`

const backToCase = ({ caseId = '' }: PathParts): string => caseAddress(caseId)

/** The address to which the button that settles a flag is sent. */
export const settleFlagAddress = (caseId: number, flagId: number): string =>
  `${caseAddress(caseId)}/flags/${flagId}/settle`

/** Says that a value that did not fit has been dealt with. */
export const settleFlagAction: Action = {
  path: '/cases/:caseId/flags/:flag/settle',
  operation: settleFlag,
  next: backToCase,
  banner: () => 'Marked as done',
}

/** The address to which the button that fetches a document again is sent. */
export const retryDocumentAddress = (caseId: number, reference: string): string =>
  `${caseAddress(caseId)}/documents/${reference}/retry`

/** Fetches a document again; what came of it the case's page sees for itself, so only the reference is left there. */
export const retryDocumentAction: Action = {
  path: '/cases/:caseId/documents/:document/retry',
  operation: retryDocument,
  next: (parts) => `${backToCase(parts)}/documents`,
  banner: ({ document = '' }) => document,
}
