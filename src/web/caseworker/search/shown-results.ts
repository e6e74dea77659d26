import { accountInWords } from '#domain/accounts/index.ts'
import type { search } from '#domain/search/index.ts'
import type { AccountLine } from '#web/caseworker/accounts/account-link.ts'
import { accountAddress } from '#web/caseworker/accounts/addresses.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { personAddress } from '#web/caseworker/people/addresses.ts'
import { dateInWords } from '#web/layout/times.ts'

type Results = Awaited<ReturnType<(typeof search)['handle']>>
type Case = Results['cases'][number]
type Person = Results['people'][number]
type Account = Results['accounts'][number]

/** A piece of text in which what fits is marked. */
export type Piece = { readonly text: string; readonly isMarked: boolean }

/** A case that was found, as the page shows it. */
export type ShownCase = {
  readonly heading: string
  readonly address: string
  readonly label: string
  readonly status: string
  readonly isClosed: boolean
  readonly facts: readonly string[]
  readonly why: string
  readonly excerpt: readonly Piece[]
}

/** Somebody who was found, as the page shows them. */
export type ShownPerson = {
  readonly name: string
  readonly address: string
  readonly facts: readonly string[]
  readonly why: string
}

/** An account that was found, as the page shows it. */
export type ShownAccount = AccountLine & { readonly facts: readonly string[] }

/** What was found, as the page shows it. */
export type ShownResults = {
  readonly cases: readonly ShownCase[]
  readonly hasMoreCases: boolean
  readonly people: readonly ShownPerson[]
  readonly hasMorePeople: boolean
  readonly accounts: readonly ShownAccount[]
}

/** Words what was found. */
export const shownResults = (found: Results): ShownResults => ({
  ...found,
  cases: found.cases.map(shownCase),
  people: found.people.map(shownPerson),
  accounts: found.accounts.map(shownAccount),
})

const shownAccount = ({ accountId, description, status, ...account }: Account): ShownAccount => ({
  text: accountInWords(account),
  href: accountAddress(accountId),
  facts: [description, status].flatMap((fact) => fact ?? []),
})

const shownCase = (theCase: Case): ShownCase => ({
  heading: `Case ${theCase.caseId}`,
  address: caseAddress(theCase.caseId),
  label: theCase.label ?? theCase.caseType,
  status: theCase.status,
  isClosed: theCase.isClosed,
  facts: [
    theCase.caseType,
    ...(theCase.mainParty === null ? [] : [theCase.mainParty]),
    `received ${dateInWords(theCase.receivedOn)}`,
    ...(theCase.team === null ? [] : [theCase.team]),
  ],
  why: whyCase(theCase),
  excerpt: theCase.excerpt,
})

/** Why somebody was found, in words. */
export const whyPerson = (way: string): string =>
  way === 'similar name' ? 'The name looks like what you typed' : `Same ${way}`

const ownWays: Readonly<Record<string, string>> = {
  'case number': 'Same case number',
  'external reference': 'Same external reference',
  'account number': 'Same account number',
  details: 'In the label or the details',
  note: 'In a note',
}

const whyCase = ({ way, person }: Case): string =>
  ownWays[way] ?? `${whyPerson(way)}: ${person ?? 'somebody without a name'}`

/** Words somebody who was found. */
export const shownPerson = (person: Person): ShownPerson => ({
  name: person.name ?? person.organisationName ?? 'Nobody named',
  address: personAddress(person.customerId),
  facts: [
    person.name === null ? null : person.organisationName,
    person.address,
    person.town,
    person.postcode,
    person.phone,
    person.mobile,
    person.email,
    person.reference,
  ].flatMap((fact) => fact ?? []),
  why: whyPerson(person.way),
})
