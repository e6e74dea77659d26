import { typedDate } from '#domain/calendar/index.ts'
import { configuredOptions, type Options } from '#domain/options/index.ts'
import { decimal, integer, reference, shortText } from '#kernel/kinds.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'

/** Which account an operation is about. */
export const accountSought = required(integer({ min: 1, max: 2_000_000_000_000 }), 'The account')

/** All that is kept of an account, as it is typed into a form: what is left out is not known. */
export const recordParameters = Object.freeze({
  accountType: required(shortText, 'The type of account'),
  reference: required(reference, 'The reference'),
  description: optional(shortText, 'Description'),
  status: optional(shortText, 'Status'),
  balance: optional(decimal, 'Balance'),
  balanceOn: optional(typedDate, 'The day of the balance'),
  startOn: optional(typedDate, 'Open from'),
  endOn: optional(typedDate, 'Open until'),
  closedOn: optional(typedDate, 'The day it was closed'),
  removedOn: optional(typedDate, 'The day it was removed'),
})

const unknown = Object.freeze({
  description: null,
  status: null,
  balance: null,
  balanceOn: null,
  startOn: null,
  endOn: null,
  closedOn: null,
  removedOn: null,
})

type Sent = Input<typeof recordParameters>

/** The record as it is stored; refuses a type that is not configured and an end before the start. */
export async function recordSent(db: Reading, sent: Sent) {
  const accountType = (await configuredOptions(db)).match('account type', sent.accountType)
  const flaws = [...(accountType === undefined ? [unknownType] : []), ...flawsOfDays(sent)]
  if (accountType === undefined || flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return {
    ...unknown,
    ...sent,
    accountType,
    reference: sent.reference.trim(),
  }
}

/** The types that accounts may have; none where any text will do. */
export const typesIn = ({ all }: Options): readonly string[] =>
  all.filter(({ list }) => list === 'account type').map(({ value }) => value)

/** The account in a line: its type and its reference. */
export const accountInWords = (account: {
  readonly accountType: string | null
  readonly reference: string | null
}): string => [account.accountType, account.reference].filter(Boolean).join(' ')

const unknownType: Flaw = {
  parameter: 'AccountType',
  kind: 'invalid',
  message: 'The type of account must be one of the list',
}

const flawsOfDays = ({ startOn, endOn }: Sent): readonly Flaw[] =>
  startOn !== undefined && endOn !== undefined && endOn < startOn
    ? [
        {
          parameter: 'EndOn',
          kind: 'invalid',
          message: 'Open until must not be earlier than open from',
        },
      ]
    : []
