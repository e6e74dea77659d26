import { attribute, type Attribute, type AttributeKind } from './attribute.ts'

const fullName = `coalesce(nullif(concat_ws(', ', nullif(p.surname, ''), nullif(p.first_name, '')), ''),
    p.name, p.organisation_name)`

const personal = (field: string, kind: AttributeKind, sql: string): Attribute =>
  attribute([`MainParty.${field}`, kind, sql], { isPersonal: true })

/** Attributes of a case's main party; the customer's rating of the case stands among them (contract 6.7). */
export const partyAttributes: readonly Attribute[] = Object.freeze([
  personal('Reference', 'text', 'p.reference'),
  personal('Title', 'text', 'p.title'),
  personal('FullName', 'text', fullName),
  personal('FirstName', 'text', 'p.first_name'),
  personal('LastName', 'text', 'p.surname'),
  personal('Address', 'text', 'p.address'),
  personal('Town', 'text', 'p.town'),
  personal('County', 'text', 'p.county'),
  personal('Postcode', 'text', 'p.postcode'),
  personal('EmailAddress', 'text', 'p.email'),
  personal('Category', 'text', 'p.category'),
  personal('ContactMethod', 'text', 'p.contact_method'),
  personal('ContactTime', 'text', 'p.contact_time'),
  attribute(['CustomerSatisfaction.OverallRating', 'text', 'c.satisfaction'], {
    column: 'satisfaction',
  }),
  personal('DateOfBirth', 'date', 'p.date_of_birth'),
  personal('Mobile', 'text', 'p.mobile'),
  personal('Organisation', 'text', 'p.organisation_name'),
  personal('Phone', 'text', 'p.phone'),
  personal('ContactLanguage', 'text', 'p.contact_language'),
  personal('Notes', 'text', `p.further ->> 'Notes'`),
])
