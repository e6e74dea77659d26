import type { Misfit, Options } from '#domain/options/index.ts'
import { kind, type Kind } from '#kernel/kind.ts'
import { reference, shortText } from '#kernel/kinds.ts'
import { optional, type Input } from '#kernel/parameters.ts'
import { readDate } from '#platform/local-time.ts'

/** A date of an account: `2026-05-21` and no other form (contract 6.6). */
export const accountDate: Kind<string> = kind({
  name: 'date',
  schema: { type: 'string', format: 'date' },
  read(text) {
    const value = text.trim()
    return readDate(value) === value
      ? { value }
      : { fault: 'must be a real date in the form 2026-05-21' }
  },
  good: ['2026-05-21', '2028-02-29'],
  bad: ['21/05/2026', '2026-05-21T10:15:00', '2026-02-30', 'tomorrow'],
})

/** The account that a new case concerns; an empty type is that of a caller who gave none that is configured. */
export interface AccountConcerned {
  readonly accountReference: string | null
  readonly accountType: string
}

/** The parameters by which createcase names an account (contract 6.1). */
export const accountParameters = Object.freeze({
  externalAccountId: optional(reference, 'Account concerned'),
  externalAccountType: optional(shortText, 'Type of the account concerned'),
})

/** The account that createcase concerns; a type that is not configured is a misfit (contract 6.0.4). */
export function accountConcerned(
  sent: Input<typeof accountParameters>,
  options: Options,
): AccountConcerned & { readonly misfits: readonly Misfit[] } {
  const { externalAccountId, externalAccountType: text = '' } = sent
  const type = text === '' ? '' : options.match('account type', text)
  return {
    accountReference: externalAccountId ?? null,
    accountType: type ?? '',
    misfits:
      type === undefined ? [{ parameter: 'ExternalAccountType', text, list: 'account type' }] : [],
  }
}
