import { bool, date, nullable, text, type Column } from '#platform/columns.ts'
import type { CustomerDetails } from './customer.ts'

/** A column of `customers` that holds a detail. */
export type DetailName = Exclude<keyof CustomerDetails, 'reference' | 'further'>

/** The details of a person, each in a column of its own: the name in code, and what it holds. */
export const detailColumns = Object.freeze({
  title: nullable(text),
  firstName: nullable(text),
  surname: nullable(text),
  name: nullable(text),
  organisationName: nullable(text),
  address: nullable(text),
  town: nullable(text),
  county: nullable(text),
  country: nullable(text),
  postcode: nullable(text),
  email: nullable(text),
  phone: nullable(text),
  mobile: nullable(text),
  contactMethod: nullable(text),
  contactTime: nullable(text),
  contactLanguage: nullable(text),
  contactConsent: nullable(bool),
  category: nullable(text),
  dateOfBirth: nullable(date),
} as const satisfies Record<DetailName, Column<unknown>>)

/** The same as SQL knows them. */
export const detailsInSql = Object.entries(detailColumns).map(([key, { sqlType: type }]) => ({
  key,
  name: key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  type,
}))

/** The details of the customer `c`, to be selected. */
export const selectedDetails = detailsInSql
  .map(({ key, name }) => (key === name ? `c.${name}` : `c.${name} as "${key}"`))
  .join(', ')
