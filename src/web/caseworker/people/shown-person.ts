import type { getCustomer } from '#domain/customers/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { accountAddress } from '#web/caseworker/accounts/addresses.ts'
import { poundsOf } from '#web/layout/pounds.ts'
import { dateInWords } from '#web/layout/times.ts'
import { mergeAddress } from '#web/caseworker/people-merging/addresses.ts'
import { personAddress } from './addresses.ts'

/** Somebody as the domain tells of them. */
export type Told = Awaited<ReturnType<(typeof getCustomer)['handle']>>

/** A name and what stands under it. */
export type Known = { readonly what: string; readonly text: string }

/** Something that holds for a time, with where it is changed and the button that ends it. */
export type Lasting = Known & {
  readonly when: string
  readonly changeAddress: string | undefined
  readonly endAddress: string | undefined
}

/** A line about a case, an account or somebody else. */
export type Line = {
  readonly text: string
  readonly href?: string
  readonly more: string
  /** What else can be done with it. */
  readonly also?: { readonly text: string; readonly href: string }
}

/** What the page of a person shows. */
export type ShownPerson = {
  readonly name: string
  readonly banner: string | undefined
  readonly csrfToken: string
  readonly alerts: readonly Lasting[]
  readonly record: readonly Known[]
  readonly preferences: readonly Known[]
  readonly contacts: readonly Lasting[]
  readonly cases: readonly Line[]
  readonly accounts: readonly Line[]
  readonly twins: readonly Line[]
  /** The record into which this one went, and the merges that there were. */
  readonly mergedInto: Line | undefined
  readonly merges: readonly Line[]
  /** Where changes are made, for those who may. */
  readonly waysOn: readonly { readonly text: string; readonly href: string }[]
}

type CaseOfPerson = Omit<Told['cases'][number], 'caseType'> & { readonly caseType?: string }

/** What somebody is called: their name, their organisation, or their number. */
export const nameOf = (
  person: Pick<
    Told,
    'customerId' | 'name' | 'title' | 'firstName' | 'surname' | 'organisationName'
  >,
): string =>
  person.name ||
  [person.title, person.firstName, person.surname].filter(Boolean).join(' ') ||
  person.organisationName ||
  `Person ${person.customerId}`

const known = (lines: readonly (readonly [string, string | null | undefined])[]): Known[] =>
  lines.flatMap(([what, text]) => (text ? [{ what, text }] : []))

/** The record of somebody, as far as it is filled in. */
export const recordOf = (told: Told): readonly Known[] =>
  known([
    ['Name', nameOf(told)],
    ['Organisation', told.organisationName],
    ['Date of birth', told.dateOfBirth && dateInWords(told.dateOfBirth)],
    [
      'Address',
      [told.address, told.town, told.county, told.postcode, told.country]
        .filter(Boolean)
        .join('\n'),
    ],
    ['Phone', told.phone],
    ['Mobile', told.mobile],
    ['E-mail address', told.email],
    ['Reference', told.reference],
  ])

const preferencesOf = (told: Told): readonly Known[] =>
  known([
    ['Means of contact', told.contactMethod],
    ['When a call is welcome', told.contactTime],
    ['Language', told.contactLanguage],
    ['May be contacted again', told.contactConsent === null ? null : yesOrNo(told.contactConsent)],
    ['Kind of customer', told.category],
  ])

const yesOrNo = (is: boolean): string => (is ? 'Yes' : 'No')

/** Words all there is to say of somebody. */
export const shownPerson = (
  told: Told,
  visit: Pick<ShownPerson, 'banner' | 'csrfToken' | 'mergedInto' | 'merges'>,
): ShownPerson => ({
  ...visit,
  name: nameOf(told),
  alerts: told.alerts.map((alert) => ({
    what: alert.alert,
    text: alert.reason,
    when: `Set by ${alert.setBy} on ${dateInWords(writeLocalDate(alert.setAt))}, ${reviewOf(alert)}`,
    changeAddress: changing(told, `alerts/${alert.alertId}/edit`),
    endAddress: changing(told, `alerts/${alert.alertId}/end`),
  })),
  record: recordOf(told),
  preferences: preferencesOf(told),
  contacts: told.contacts.map((contact) => ({
    what: contact.kind.charAt(0).toUpperCase() + contact.kind.slice(1),
    text: contact.details,
    when: period(contact.fromOn, contact.untilOn),
    changeAddress: changing(told, `contacts/${contact.contactId}/edit`),
    endAddress:
      contact.untilOn === null ? changing(told, `contacts/${contact.contactId}/end`) : undefined,
  })),
  cases: told.cases.map(caseLine),
  accounts: told.accounts.map(accountLine),
  twins: told.twins.map((twin) => twinLine(twin, told)),
  waysOn: [
    { text: 'Change the record', path: 'edit' },
    { text: 'Add a contact detail or representative', path: 'contacts/new' },
    { text: 'Set an alert', path: 'alerts/new' },
    { text: 'Compare with another person', path: 'compare' },
  ].flatMap(({ text, path }) => {
    const href = changing(told, path)
    return href === undefined ? [] : [{ text, href }]
  }),
})

const reviewOf = ({ reviewOn, isReviewDue }: Told['alerts'][number]): string =>
  isReviewDue
    ? `was to be looked at again by ${dateInWords(reviewOn)}: look at it now`
    : `to be looked at again by ${dateInWords(reviewOn)}`

const twinLine = (twin: Told['twins'][number], { mayUpdate, customerId }: Told): Line => ({
  text: nameOf(twin),
  href: personAddress(twin.customerId),
  more: twin.reasons.join(', '),
  ...(mayUpdate
    ? { also: { text: 'Compare and merge', href: mergeAddress(customerId, twin.customerId) } }
    : {}),
})

const changing = ({ mayUpdate, customerId }: Told, path: string): string | undefined =>
  mayUpdate ? `${personAddress(customerId)}/${path}` : undefined

const period = (from: string | null, until: string | null): string => {
  if (from !== null && until !== null) return `From ${dateInWords(from)} to ${dateInWords(until)}`
  if (from !== null) return `Since ${dateInWords(from)}`
  return until === null ? 'Holds' : `Until ${dateInWords(until)}`
}

/** Words a case of somebody's. */
export const caseLine = (theCase: CaseOfPerson): Line => ({
  text: `Case ${theCase.caseId}: ${theCase.label ?? theCase.caseType ?? theCase.status}`,
  href: caseAddress(theCase.caseId),
  more: [
    theCase.isClosed ? 'Closed' : theCase.status,
    ...(theCase.caseType === undefined ? [] : [theCase.caseType]),
    `received ${dateInWords(theCase.receivedOn)}`,
    ...(theCase.role === 'Customer' ? [] : [`as ${theCase.role}`]),
  ].join(' · '),
})

const accountLine = ({
  accountId,
  accountType,
  reference,
  description,
  status,
  balance,
}: Told['accounts'][number]): Line => ({
  text: [accountType, reference].filter(Boolean).join(' '),
  href: accountAddress(accountId),
  more: [description, status, balance === null ? null : `balance ${poundsOf(balance)}`]
    .filter(Boolean)
    .join(' · '),
})
