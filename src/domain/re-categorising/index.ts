import { getRecategorisation } from './get-recategorisation.ts'
import { getTypesForCase } from './get-types-for-case.ts'
import { recategoriseCase } from './recategorise-case.ts'

export { formerOf, type Former } from './former.ts'
export { ratingUnder } from './carried.ts'
export { goesParameter, mappedFields, toHistory, toNowhere, type MappedField } from './mapping.ts'
export { getRecategorisation, getTypesForCase, recategoriseCase }
export const operations = [getTypesForCase, getRecategorisation, recategoriseCase]
