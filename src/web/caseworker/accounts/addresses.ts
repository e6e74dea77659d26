import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** Where an account's page is. */
export const accountAddress = (accountId: number | string): string =>
  `/accounts/${encodeURIComponent(accountId)}`

/** Where an account is added. */
export const newAccountAddress = '/accounts/new'

/** Where it is said which account a case concerns. */
export const accountOfCaseAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/account`
