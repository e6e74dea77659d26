import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { accountSought, recordParameters, recordSent } from './account-record.ts'
import { accountTaken, unknownAccount } from './errors.ts'
import { lockAccount, updateAccountRecord } from './record-queries.ts'
import { unlessTaken } from './taken.ts'

/**
 * Says anew all that is kept of an account; a day of removal removes it, and no such day has it back. Refused
 * where somebody else has changed the account since it was seen.
 */
export const amendAccount = operation({
  name: 'amendaccount',
  summary: 'Change what is kept of an account',
  effect: 'write',
  isWebOnly: true,
  permission: 'account.update',
  parameters: {
    account: accountSought,
    ...seenMark,
    ...recordParameters,
  },
  errors: [unknownAccount, accountTaken],
  returns: reply<{ account: string }>('amendaccountresponse', { account: 'account' }),
  examples: [{ Account: '3301', AccountType: 'RENT', Reference: 'R-3301', Status: 'Closed' }],

  async handle({ input: { account, seen, ...sent }, db, refuse, record }) {
    const known = await lockAccount(db, { accountId: account })
    if (!known) throw refuse(unknownAccount)
    refuseOthersChange(seen, known.updatedAt.toISOString())
    const { accountId } = known
    await unlessTaken(updateAccountRecord(db, { accountId, ...(await recordSent(db, sent)) }))
    record(undefined, { accountId })
    return { account: String(accountId) }
  },
})
