import type { Person } from './person.ts'

type Compared = Pick<
  Person,
  | 'firstName'
  | 'surname'
  | 'name'
  | 'organisationName'
  | 'address'
  | 'postcode'
  | 'email'
  | 'phone'
  | 'mobile'
  | 'dateOfBirth'
>

/** Why two records may be of one person, in words; none where nothing says so. */
export function sameness(one: Compared, other: Compared): readonly string[] {
  const isSameName = same(one, other, nameOf)
  const found: readonly (readonly [reason: string, isSo: boolean])[] = [
    ['same name and date of birth', isSameName && same(one, other, (each) => each.dateOfBirth)],
    ['same name and postcode', isSameName && same(one, other, (each) => squeezed(each.postcode))],
    ['same name and address', isSameName && same(one, other, (each) => squeezed(each.address))],
    ['same e-mail address', same(one, other, (each) => squeezed(each.email))],
    ['same phone number', shareNumber(one, other)],
  ]
  return found.flatMap(([reason, isSo]) => (isSo ? [reason] : []))
}

const same = (
  one: Compared,
  other: Compared,
  part: (each: Compared) => string | null | undefined,
): boolean => Boolean(part(one)) && part(one) === part(other)

const squeezed = (text: string | null): string =>
  (text ?? '').toLowerCase().replaceAll(/[\s,]/g, '')

const nameOf = ({ firstName, surname, name, organisationName }: Compared): string =>
  [firstName, surname, name, firstName || surname || name ? '' : organisationName]
    .join(' ')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ')

const digits = (text: string | null): string =>
  (text ?? '').replaceAll(/[^0-9+]/g, '').replace(/^(\+|00)44/, '0')

function shareNumber(one: Compared, other: Compared): boolean {
  const numbers = new Set([digits(one.phone), digits(one.mobile)])
  return [digits(other.phone), digits(other.mobile)].some(
    (number) => number.length >= 6 && numbers.has(number),
  )
}
