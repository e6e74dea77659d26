import { updateAccount } from './update-account.ts'

export { accountConcerned, accountParameters, type AccountConcerned } from './account.ts'
export { unknownAccount } from './errors.ts'
export { accountOfCase, accountTakes } from './queries.ts'
export { updateAccount }
export const operations = [updateAccount]
