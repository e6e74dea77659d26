import { equalityQuestions, type EqualityQuestion } from '#domain/equality/index.ts'
import type { List, Options } from '#domain/options/index.ts'
import { kind, type JsonSchema, type KindResult } from '#kernel/kind.ts'
import { date, flag, longText, reference, shortText } from '#kernel/kinds.ts'
import { readDate } from '#platform/local-time.ts'
import type { CustomerDetails } from './customer.ts'

type Detail = Exclude<keyof CustomerDetails, 'further'>

/** Where a value goes: a column of `customers`, its further handles, or the store of equality answers. */
export type Place =
  | { readonly detail: Detail }
  | { readonly further: string }
  | { readonly question: EqualityQuestion }

interface FieldKind {
  readonly name: string
  readonly schema: JsonSchema
  readonly read: (text: string, options: Options) => KindResult<string | boolean>
  /** The list that its values are of. */
  readonly list?: List
}

/** One parameter of a party (contract 6.0.2). */
export interface PartyField {
  readonly name: string
  readonly aliases: readonly string[]
  readonly label: string
  readonly kind: FieldKind
  /** Works without having been switched on (contract 6.0.4). */
  readonly isAlwaysOn: boolean
  readonly place: Place
}

const unfit = { fault: 'must be a value that is configured' }

const oneOf = (list: List): FieldKind => ({
  name: 'list',
  list,
  schema: shortText.schema,
  read(text, options) {
    const value = options.match(list, text)
    return value === undefined ? unfit : shortText.read(value)
  },
})

/** Several values of a list joined by `, `; one value may itself hold a comma. */
const someOf = (list: List): FieldKind => ({
  ...oneOf(list),
  read(text, options) {
    const whole = options.match(list, text)
    if (whole !== undefined) return shortText.read(whole)
    const values = text.split(',').map((value) => options.match(list, value))
    return values.includes(undefined) ? unfit : shortText.read(values.join(', '))
  },
})

const twoLetters = kind<string>({
  name: 'two letters',
  schema: { type: 'string', pattern: '^[A-Za-z]{2}$' },
  read: (value) =>
    /^[a-z]{2}$/i.test(value.trim())
      ? { value: value.trim().toLowerCase() }
      : { fault: 'must be a language code of two letters, such as fr' },
  good: ['fr', 'EN'],
  bad: ['french', 'f', 'f1'],
})

/** A language of the list, or where there is no list its code. */
const language: FieldKind = {
  ...twoLetters,
  list: 'contact language',
  read(text, options) {
    const value = options.match('contact language', text)
    if (value === undefined) return unfit
    return options.has('contact language', value) ? shortText.read(value) : twoLetters.read(value)
  },
}

const birthDate: FieldKind = {
  ...date,
  read(text) {
    const value = readDate(text)
    return value ? { value } : { fault: 'must be a real date, such as 1980-03-14' }
  },
}

type Switch = 'always on' | 'to be switched on'
type Rest = { readonly kind: FieldKind; readonly isAlwaysOn: boolean; readonly label: string }

const field = (names: string, place: Place, rest: Rest): PartyField => {
  const [name = '', ...aliases] = names.split(' ')
  return Object.freeze({ name, aliases, place, ...rest })
}
const detail = (names: string, label: string, column: Detail) => ({
  as: (fieldKind: FieldKind, state: Switch = 'to be switched on') =>
    field(names, { detail: column }, { label, kind: fieldKind, isAlwaysOn: state === 'always on' }),
})
const further = (name: string, label: string) =>
  field(name, { further: name }, { label, kind: shortText, isAlwaysOn: false })

const core = [
  detail('Id', 'Reference of the person', 'reference').as(reference, 'always on'),
  detail('Title', 'Form of address', 'title').as(shortText, 'always on'),
  detail('FirstName Forename1', 'Given name', 'firstName').as(shortText, 'always on'),
  detail('Surname', 'Family name', 'surname').as(shortText, 'always on'),
  detail('Name', 'Whole name in one field', 'name').as(shortText, 'always on'),
  detail('Organisation', 'Body the person belongs to', 'organisationName').as(
    shortText,
    'always on',
  ),
  detail('Address', 'Street part of the address', 'address').as(longText, 'always on'),
  detail('Town City', 'Town', 'town').as(shortText, 'always on'),
  detail('County State', 'County, province or region', 'county').as(shortText, 'always on'),
  detail('Country', 'Country', 'country').as(shortText, 'always on'),
  detail('Postcode ZIPCode', 'Postal code', 'postcode').as(shortText, 'always on'),
  detail('Email', 'E-mail address', 'email').as(shortText, 'always on'),
  detail('Phone', 'Land-line number', 'phone').as(shortText, 'always on'),
  detail('Mobile', 'Mobile number', 'mobile').as(shortText, 'always on'),
]

const switched = [
  detail('ContactMethod', 'Preferred means of contact', 'contactMethod').as(
    someOf('contact method'),
  ),
  detail('ContactTime', 'When a call is welcome', 'contactTime').as({
    ...oneOf('contact time'),
    name: shortText.name,
  }),
  detail('ContactLanguage', 'Preferred language', 'contactLanguage').as(language),
  detail('ContactConsent', 'May be contacted again', 'contactConsent').as(flag),
  detail('Category', 'Kind of customer', 'category').as(oneOf('customer category')),
  detail('DateOfBirth DOB', 'Date of birth', 'dateOfBirth').as(birthDate),
]

// any text is an answer: one that fits no list is kept all the same, apart from casework
const equality = Object.entries(equalityQuestions).map(([name, list]) =>
  field(
    name,
    { question: name as EqualityQuestion },
    {
      label: `Equality monitoring: ${list}`,
      kind: { name: 'list', schema: { type: 'string' }, read: (value) => ({ value }) },
      isAlwaysOn: false,
    },
  ),
)

const customFields = 20
const extras = [
  further('TwitterUsername', 'Twitter user name'),
  further('AlternativeId1', 'Another reference'),
  further('AlternativeId2', 'A further reference'),
  further('Alias', 'Other name'),
  further('Nationality', 'Nationality'),
  ...Array.from({ length: customFields }, (_, index) =>
    further(`Custom${index + 1}`, `Configured extra ${index + 1}`),
  ),
]

/** Every parameter of a party, in the contract's order. */
export const partyFields: readonly PartyField[] = [...core, ...switched, ...equality, ...extras]
