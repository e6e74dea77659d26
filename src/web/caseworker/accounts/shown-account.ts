import { accountInWords, type getAccount } from '#domain/accounts/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { personAddress } from '#web/caseworker/people/addresses.ts'
import { nameOf, type Known, type Line } from '#web/caseworker/people/shown-person.ts'
import { poundsOf } from '#web/layout/pounds.ts'
import { dateInWords } from '#web/layout/times.ts'
import type { AccountLine } from './account-link.ts'
import { accountAddress } from './addresses.ts'

/** An account as the domain tells of it. */
export type Told = Awaited<ReturnType<(typeof getAccount)['handle']>>

/** What the page of an account shows. */
export type ShownAccount = {
  readonly name: string
  readonly banner: string | undefined
  /** Since when it is removed, in words. */
  readonly removed: string | undefined
  readonly known: readonly Known[]
  readonly cases: readonly Line[]
  readonly people: readonly Line[]
  readonly changeAddress: string | undefined
}

/** Words the account that a case concerns; undefined where it concerns none. */
export const shownAccount = (concerned: {
  readonly accountId: number | null
  readonly accountType: string | null
  readonly accountReference: string | null
}): AccountLine | undefined => {
  const { accountId, accountType, accountReference: reference } = concerned
  if (reference === null) return undefined
  const href = accountId === null ? undefined : accountAddress(accountId)
  return { text: accountInWords({ accountType, reference }), href }
}

/** Words what is kept of an account, as far as it is filled in. */
export const recordOf = (told: Told): readonly Known[] =>
  (
    [
      ['Type', told.accountType],
      ['Reference', told.reference],
      ['Description', told.description],
      ['Status', told.status],
      ['Balance', balanceOf(told)],
      ['Open from', told.startOn && dateInWords(told.startOn)],
      ['Open until', told.endOn && dateInWords(told.endOn)],
      ['Closed', told.closedOn && dateInWords(told.closedOn)],
      ['Removed', told.removedOn && dateInWords(told.removedOn)],
    ] as const
  ).flatMap(([what, text]) => (text ? [{ what, text }] : []))

const balanceOf = ({ balance, balanceOn }: Told): string | null => {
  if (balance === null) return null
  return `${poundsOf(balance)}${balanceOn === null ? '' : ` on ${dateInWords(balanceOn)}`}`
}

/** Words all there is to say of an account. */
export const shownRecord = (told: Told, banner: string | undefined): ShownAccount => ({
  name: accountInWords(told),
  banner,
  removed: told.removedOn === null ? undefined : dateInWords(told.removedOn),
  known: recordOf(told),
  cases: told.cases.map((theCase) => ({
    text: `Case ${theCase.caseId}: ${theCase.label ?? theCase.caseType}`,
    href: caseAddress(theCase.caseId),
    more: [
      theCase.isClosed ? 'Closed' : theCase.status,
      theCase.caseType,
      `received ${dateInWords(theCase.receivedOn)}`,
    ].join(' · '),
  })),
  people: told.people.map((person) => ({
    text: nameOf(person),
    href: personAddress(person.customerId),
    more: person.roles,
  })),
  changeAddress: told.mayUpdate ? `${accountAddress(told.accountId)}/edit` : undefined,
})
