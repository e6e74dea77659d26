/** The page of all case types. */
export const caseTypesAddress = '/admin/case-types'

/** Where drafts of case types are. */
export const draftsAddress = `${caseTypesAddress}/drafts`

/** A draft of a case type. */
export const draftAddress = (draft: number | string): string => `${draftsAddress}/${draft}`

/** Where a field is added to the form of a draft, or to one that can be filed on its cases. */
export const fieldsAddress = (draft: number | string, actionForm?: string): string =>
  actionForm === undefined
    ? `${draftAddress(draft)}/fields`
    : `${draftAddress(draft)}/actions/${encodeURIComponent(actionForm)}/fields`

/** A field of a draft, to be changed. */
export const fieldAddress = (draft: number | string, id: string, actionForm?: string): string =>
  `${fieldsAddress(draft, actionForm)}/${encodeURIComponent(id)}`

/** Where a part of a draft is moved or removed. */
export const partAddress = (
  draft: number | string,
  what: 'up' | 'down' | 'remove',
  part: string,
): string => `${draftAddress(draft)}/parts/${encodeURIComponent(part)}/${what}`

/** The page on which a part of a draft is shown. */
export const placeOfPart = (draft: string, part: string): string =>
  /^(fields|sections|actions)\//.test(part)
    ? draftAddress(draft)
    : `${draftAddress(draft)}/workflow`
