import { draftAddress } from '#web/admin/case-types/addresses.ts'

/** The workflow of a draft. */
export const workflowAddress = (draft: number | string): string => `${draftAddress(draft)}/workflow`

/** Where a part of the workflow of a draft is changed, or one is added to a list, by the names on the way to it. */
export const changeAddress = (draft: number | string, path: readonly string[]): string =>
  `${workflowAddress(draft)}/${encoded(path)}`

/** A path as one name, as operations take it. */
export const encoded = (path: readonly string[]): string => path.map(encodeURIComponent).join('/')
