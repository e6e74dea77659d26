import { addThirdParty } from './add-third-party.ts'
import { completeSearch } from './complete-search.ts'
import { planSearch } from './plan-search.ts'
import { settleThirdParty } from './settle-third-party.ts'

export { addThirdParty, completeSearch, planSearch, settleThirdParty }
export { unknownSearch, unknownThirdParty } from './errors.ts'
export { findIdentityEvent, listSearches, listThirdParties } from './search-queries.ts'
export const operations = [planSearch, completeSearch, addThirdParty, settleThirdParty]
