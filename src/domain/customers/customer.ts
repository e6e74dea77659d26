/** What is known of a person, by the columns of `customers`; null is a detail taken away. */
export interface CustomerDetails {
  readonly reference?: string
  readonly title?: string | null
  readonly firstName?: string | null
  readonly surname?: string | null
  /** The whole name, from callers that have it in one field. */
  readonly name?: string | null
  readonly organisationName?: string | null
  readonly address?: string | null
  readonly town?: string | null
  readonly county?: string | null
  readonly country?: string | null
  readonly postcode?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly mobile?: string | null
  readonly contactMethod?: string | null
  readonly contactTime?: string | null
  readonly contactLanguage?: string | null
  readonly contactConsent?: boolean | null
  readonly category?: string | null
  readonly dateOfBirth?: string | null
  /** Handles and extras by wire name, such as `TwitterUsername` (contract 6.0.2). */
  readonly further?: Readonly<Record<string, string | null>>
}

type NamePart = 'title' | 'firstName' | 'surname' | 'name' | 'organisationName'
/** Whatever a person may be called by. */
export type NameParts = Pick<CustomerDetails, NamePart>

/** The name as lists and case details have it, `Field, Jo` (contract 6.7); empty for the nameless. */
export const fullName = (parts: NameParts): string => formalName({ ...parts, title: null })

/** The name with the form of address, `Bell, Miss Ann` (contract 6.10); empty for the nameless. */
export function formalName(parts: NameParts): string {
  const { title, firstName, surname, name, organisationName } = parts
  const given = joined([title, firstName], ' ')
  if (surname) return joined([surname, given], ', ')
  return name || (firstName && given) || organisationName || ''
}

const joined = (parts: readonly (string | null | undefined)[], separator: string): string =>
  parts.filter(Boolean).join(separator)
