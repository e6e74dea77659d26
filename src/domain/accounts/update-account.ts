import { reply } from '#kernel/answer.ts'
import { decimal, reference, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { accountDate } from './account.ts'
import { unknownAccount } from './errors.ts'
import { updateAccountDetails } from './queries.ts'

/** Changes an account that cases refer to, or removes it (contract 6.6); it never makes one. */
export const updateAccount = operation({
  name: 'updateaccount',
  summary: 'Change an account that cases refer to',
  effect: 'write',
  permission: 'account.update',
  parameters: {
    type: required(shortText, 'Type of account'),
    externalAccountId: required(reference, 'Reference of the account'),
    balance: optional(decimal, 'Balance'),
    balanceDate: optional(accountDate, 'Day the balance was applied'),
    closedDate: optional(accountDate, 'Day the account was closed'),
    startDate: optional(accountDate, 'First day the account is open'),
    endDate: optional(accountDate, 'Day until which it is open'),
    description: optional(shortText, 'Description'),
    status: optional(shortText, 'Present status'),
    dateRemoved: optional(accountDate, 'Day of removal'),
  },
  errors: [unknownAccount],
  returns: reply<{ accountId: string }>('updateaccountattributeresponse', {
    accountId: 'accountid',
  }),
  examples: [
    { Type: 'RENT', ExternalAccountId: 'R-20455', Balance: '180.25', BalanceDate: '2026-05-21' },
  ],

  async handle({ input, db, refuse, record }) {
    const { type, externalAccountId, ...changes } = input
    const [account] = await updateAccountDetails(db, {
      type: type.trim(),
      reference: externalAccountId,
      changes,
    })
    if (!account) throw refuse(unknownAccount)
    record(undefined, { accountId: account.accountId })
    return { accountId: externalAccountId }
  },
})
