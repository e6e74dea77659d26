import { draftAddress } from '#web/admin/case-types/addresses.ts'

/** The workflow of a draft. */
export const workflowAddress = (draft: number | string): string => `${draftAddress(draft)}/workflow`

/** Where a stage of a draft, or a part of one, is changed. */
export const changeAddress = (draft: number | string, ...path: readonly string[]): string =>
  `${workflowAddress(draft)}/${path.map((each) => encodeURIComponent(each)).join('/')}`
