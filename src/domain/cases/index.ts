import { createCase } from './create-case.ts'
import { getRecentCaseList } from './get-recent-case-list.ts'
import { updateExternalId } from './update-external-id.ts'

export { createCase, getRecentCaseList, updateExternalId }
export { caseTypeOfCase } from './case-type-of-case.ts'
export { fileForm, type Filing } from './file-form.ts'
export const operations = [createCase, updateExternalId, getRecentCaseList]
