import { fullName } from '#domain/customers/index.ts'
import type { List } from '#domain/options/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Chance } from './chance.ts'
import { dayLength, later } from './days.ts'
import type { Fixed, Names, Seeds } from '#seeding/seed-files.ts'
import type { AccountRow, CustomerRow } from '#seeding/tables.ts'

/** The people and the accounts that cases are about, numbered from 1. */
export interface Population {
  readonly customers: readonly CustomerRow[]
  readonly accounts: readonly (AccountRow & { readonly holderId: number })[]
}

interface Making {
  readonly seeds: Seeds
  readonly chance: Chance
  readonly now: Date
}

/** Makes so many people up, beside those that are fixed, and accounts for some of them. */
export function populate(making: Making, count: number): Population {
  const { fixed } = making.seeds
  const known = fixed.people.map((person, at) => fixedCustomer(person, at + 1, making.now))
  const others = Array.from({ length: count }, (_, at) =>
    madeUpCustomer(making, known.length + at + 1),
  )
  const customers = [...known, ...others]
  const holders = others.filter(({ organisationName }) => organisationName === null)
  const own = fixed.accounts.map((account, at) => fixedAccount(account, at + 1, making.now))
  const accounts = holders
    .filter((_, at) => at % 2 === 0)
    .map((holder, at) => madeUpAccount(making, holder, own.length + at + 1))
  return { customers, accounts: [...own, ...accounts] }
}

const nobody = {
  reference: null,
  title: null,
  firstName: null,
  surname: null,
  name: null,
  organisationName: null,
  address: null,
  town: null,
  county: null,
  country: null,
  postcode: null,
  email: null,
  phone: null,
  mobile: null,
  contactMethod: null,
  contactTime: null,
  contactLanguage: null,
  contactConsent: null,
  category: null,
  dateOfBirth: null,
} as const

function fixedCustomer(person: Fixed['people'][number], customerId: number, now: Date) {
  const createdAt = later(now, -400)
  return { ...nobody, ...person, customerId, createdAt, updatedAt: createdAt }
}

function madeUpCustomer({ seeds, chance, now }: Making, customerId: number): CustomerRow {
  const { names, wordings } = seeds
  const createdAt = later(now, -chance.between(366, 1500))
  const firstName = chance.pick(names.firstNames)
  const surname = chance.pick(names.surnames)
  return {
    ...nobody,
    ...place(names, chance),
    ...standing(seeds, chance, now),
    customerId,
    reference: chance.isWithin(70) ? `C${10_000 + customerId * 7}` : null,
    title: chance.isWithin(80) ? chance.pick(titlesFor(firstName, names)) : null,
    firstName,
    surname,
    ...reach(seeds, chance, mailName(firstName, surname, customerId)),
    contactTime: chance.isWithin(30) ? chance.pick(wordings.contactTimes) : null,
    contactLanguage: chance.isWithin(90) ? 'en' : chance.pick(wordings.contactLanguages),
    contactConsent: chance.isWithin(60),
    createdAt,
    updatedAt: createdAt,
  }
}

const titlesFor = (firstName: string, { titles }: Names): readonly string[] =>
  titles.filter(({ firstNames }) => firstNames.includes(firstName)).flatMap((each) => each.titles)

function standing({ names, wordings: { categories } }: Seeds, chance: Chance, now: Date) {
  if (chance.isWithin(8))
    return { organisationName: chance.pick(names.organisations), category: categories.body }
  const dateOfBirth = chance.isWithin(40) ? birthday(chance, now) : null
  return { category: chance.pick(categories.person), dateOfBirth }
}

function place(names: Names, chance: Chance) {
  const letter = () => chance.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))
  const district = chance.pick(names.postcodeDistricts)
  return {
    address: `${chance.between(1, 180)} ${chance.pick(names.streets)}`,
    town: chance.pick(names.towns),
    county: names.county,
    country: names.country,
    postcode: `${district} ${chance.between(1, 9)}${letter()}${letter()}`,
  }
}

const threeDigits = (chance: Chance): string => String(chance.between(0, 999)).padStart(3, '0')

function reach({ names, wordings: { contactMethods } }: Seeds, chance: Chance, mailbox: string) {
  const hasEmail = chance.isWithin(75)
  return {
    email: hasEmail ? `${mailbox}@${chance.pick(names.mailDomains)}` : null,
    phone: chance.isWithin(60) ? chance.pick(names.landLines) + threeDigits(chance) : null,
    mobile: chance.isWithin(65) ? names.mobiles + threeDigits(chance) : null,
    contactMethod: hasEmail
      ? chance.pick([contactMethods.email, contactMethods.email, contactMethods.phone])
      : contactMethods.letter,
  }
}

const mailName = (firstName: string, surname: string, number: number): string =>
  `${firstName}.${surname}${number}`.toLowerCase()

const birthday = (chance: Chance, now: Date): string =>
  writeLocalDate(new Date(now.getTime() - chance.between(18 * 365, 88 * 365) * dayLength))

function fixedAccount(account: Fixed['accounts'][number], accountId: number, now: Date) {
  const { type: accountType, ...rest } = account
  return {
    ...rest,
    ...openSince(now, 800),
    accountType,
    accountId,
    holderId: 1,
    balanceOn: writeLocalDate(later(now, -14)),
  }
}

const openSince = (now: Date, days: number) => ({
  startOn: writeLocalDate(later(now, -days)),
  closedOn: null,
  updatedAt: later(now, -14),
})

const valuesOf = ({ options }: Seeds, list: List): readonly string[] =>
  options.filter((option) => option.list === list).map(({ value }) => value)

function madeUpAccount({ seeds, chance, now }: Making, holder: CustomerRow, accountId: number) {
  const accountTypes = valuesOf(seeds, 'account type')
  const accountType = chance.pick(accountTypes)
  const { status, sign } = chance.pick(seeds.wordings.accountStatuses)
  return {
    ...openSince(now, chance.between(366, 3000)),
    accountId,
    holderId: holder.customerId,
    accountType,
    reference: `${accountTypes.indexOf(accountType) + 5}0${10_000 + accountId * 13}`,
    description: `${holder.address}: ${fullName(holder)}`,
    status,
    balance: ((chance.between(1_000, 90_000) * sign) / 100 || 0).toFixed(2),
    balanceOn: writeLocalDate(later(now, -chance.between(1, 28))),
  }
}
