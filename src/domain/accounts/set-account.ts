import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { reference, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase, type Flaw } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { accountInWords } from './account-record.ts'
import { unknownAccount } from './errors.ts'
import {
  findAccountOfCase,
  listAccountsOfReference,
  updateAccountOfCase,
} from './record-queries.ts'

/** Says which account a case concerns; without a reference it concerns none from now on. */
export const setAccount = operation({
  name: 'setaccount',
  summary: 'Say which account a case concerns',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.update',
  subject: 'case',
  parameters: {
    case: caseReference,
    externalAccountId: optional(reference, 'The reference of the account'),
    accountType: optional(shortText, 'The type of account'),
  },
  errors: [unknownCase, unknownAccount],
  returns: reply<{ caseId: number }>('setaccountresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', ExternalAccountId: 'R-20455', AccountType: 'RENT' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const found = await accountsNamed(db, input)
    if (found === 'unknown') throw refuse(unknownAccount, [unknownReference])
    const [account, ...others] = found
    if (others.length > 0) throw new Refusal(invalidInput, [severalTypes])
    const before = await findAccountOfCase(db, { caseId })
    const accountId = account?.accountId ?? null
    const sides = { from: inWords(before), to: inWords(account) }
    if (before?.accountId !== accountId)
      void updateAccountOfCase(db, { caseId, accountId, ...sides, author: actor.name, now })
    record(caseId, { accountId })
    return { caseId }
  },
})

type Named = { readonly externalAccountId?: string; readonly accountType?: string }

/** The accounts that were named, none where none was; or that what was named is unknown. */
async function accountsNamed(db: Reading, { externalAccountId = '', accountType }: Named) {
  const reference = externalAccountId.trim()
  if (reference === '') return []
  const found = await listAccountsOfReference(db, { reference, accountType: accountType ?? null })
  return found.length === 0 ? 'unknown' : found
}

const inWords = (account: Parameters<typeof accountInWords>[0] | undefined): string | null =>
  (account && accountInWords(account)) || null

const unknownReference: Flaw = {
  parameter: 'ExternalAccountId',
  kind: 'invalid',
  message: 'There is no account of this reference and type: check them, or add the account first',
}

const severalTypes: Flaw = {
  parameter: 'AccountType',
  kind: 'missing',
  message: 'There are several accounts of this reference: say of which type',
}
