import { createCase } from './create-case.ts'
import { getRecentCaseList } from './get-recent-case-list.ts'
import { settleFlag } from './settle-flag.ts'
import { updateExternalId } from './update-external-id.ts'

export { createCase, getRecentCaseList, settleFlag, updateExternalId }
export { configurationOf, type Configuration } from './configuration.ts'
export { unknownCaseType } from './errors.ts'
export { openCase } from './open-case.ts'
export { caseTypeOfCase } from './case-type-of-case.ts'
export { fileForm, type Filing } from './file-form.ts'
export { parameterInWords } from './flag.ts'
export { listFlags } from './flag-queries.ts'
export { recordUse } from './queries.ts'
export const operations = [createCase, updateExternalId, getRecentCaseList, settleFlag]
