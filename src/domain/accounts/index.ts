import { addAccount } from './add-account.ts'
import { amendAccount } from './amend-account.ts'
import { getAccount } from './get-account.ts'
import { getAccountTypes } from './get-account-types.ts'
import { setAccount } from './set-account.ts'
import { updateAccount } from './update-account.ts'

export { accountConcerned, accountParameters, type AccountConcerned } from './account.ts'
export { accountInWords } from './account-record.ts'
export { unknownAccount } from './errors.ts'
export { accountOfCase, accountTakes } from './queries.ts'
export { listAccountsOfReference } from './record-queries.ts'
export { addAccount, amendAccount, getAccount, getAccountTypes, setAccount, updateAccount }
export const operations = [
  addAccount,
  amendAccount,
  getAccount,
  getAccountTypes,
  setAccount,
  updateAccount,
]
