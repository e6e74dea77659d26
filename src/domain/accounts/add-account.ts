import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { recordParameters, recordSent } from './account-record.ts'
import { accountTaken } from './errors.ts'
import { insertAccount } from './record-queries.ts'
import { unlessTaken } from './taken.ts'

/** Adds an account before any case concerns it. */
export const addAccount = operation({
  name: 'addaccount',
  summary: 'Add an account',
  effect: 'write',
  isWebOnly: true,
  permission: 'account.update',
  parameters: recordParameters,
  errors: [accountTaken],
  returns: reply<{ account: string }>('addaccountresponse', { account: 'account' }),
  examples: [{ AccountType: 'RENT', Reference: 'R-30711', Status: 'Open', Balance: '-45.50' }],

  async handle({ input, db, record }) {
    const [added] = await unlessTaken(insertAccount(db, await recordSent(db, input)))
    record(undefined, { ...added })
    return { account: String(added?.accountId) }
  },
})
