import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
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
    seen: optional(shortText, 'When the account was last changed, as it was seen'),
    ...recordParameters,
  },
  errors: [unknownAccount, accountTaken],
  returns: reply<{ account: string }>('amendaccountresponse', { account: 'account' }),
  examples: [{ Account: '3301', AccountType: 'RENT', Reference: 'R-3301', Status: 'Closed' }],

  async handle({ input: { account, seen, ...sent }, db, refuse, record }) {
    const known = await lockAccount(db, { accountId: account })
    if (!known) throw refuse(unknownAccount)
    if (seen !== undefined && seen !== known.updatedAt.toISOString())
      throw new Refusal(invalidInput, [changed])
    const { accountId } = known
    await unlessTaken(updateAccountRecord(db, { accountId, ...(await recordSent(db, sent)) }))
    record(undefined, { accountId })
    return { account: String(accountId) }
  },
})

const changed: Flaw = {
  parameter: 'Seen',
  kind: 'invalid',
  message:
    'Somebody else has changed this account since you opened it. What is stored now is shown; check what you entered and save again',
}
