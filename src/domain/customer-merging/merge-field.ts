import type { DetailName, Person } from '#domain/customers/index.ts'

/** A column of which one of two records gives the value. */
export type MergedColumn = DetailName | 'reference'

/** What belongs together when two records are merged: of an address no half is taken. */
export const mergeGroups = Object.freeze({
  Name: ['title', 'firstName', 'surname', 'name'],
  Organisation: ['organisationName'],
  DateOfBirth: ['dateOfBirth'],
  Address: ['address', 'town', 'county', 'postcode', 'country'],
  Phone: ['phone'],
  Mobile: ['mobile'],
  Email: ['email'],
  Reference: ['reference'],
  ContactMethod: ['contactMethod'],
  ContactTime: ['contactTime'],
  ContactLanguage: ['contactLanguage'],
  ContactConsent: ['contactConsent'],
  Category: ['category'],
} as const satisfies Record<string, readonly MergedColumn[]>)

export type MergeGroup = keyof typeof mergeGroups

/** Every group, in the order it is shown. */
export const groupNames = Object.keys(mergeGroups) as readonly MergeGroup[]

/** Which of the two records gives a value. */
export type Side = 'kept' | 'other'

export type Values = Pick<Person, MergedColumn>
type Value = Values[MergedColumn]

/** Something in which two records differ: what each says of it, and which stays unless it is said otherwise. */
export interface Difference {
  readonly group: MergeGroup
  readonly kept: readonly Value[]
  readonly other: readonly Value[]
  readonly proposed: Side
}

/** In what two records differ. */
export const differencesOf = (kept: Values, other: Values): readonly Difference[] =>
  groupNames.flatMap((group) => {
    const sides = { kept: valuesOf(kept, group), other: valuesOf(other, group) }
    if (JSON.stringify(sides.kept) === JSON.stringify(sides.other)) return []
    const proposed: Side = isEmpty(sides.kept) ? 'other' : 'kept'
    return [{ group, ...sides, proposed }]
  })

/** What a merge changes of the kept record, by column, with what there was before and is after. */
export type ChangedFields = Readonly<
  Record<string, { readonly from: unknown; readonly to: unknown }>
>

/** The changes that follow from what was chosen; `further` handles are put together, the kept ones going before. */
export function fieldsChanged(
  [kept, other]: readonly [Values & Further, Values & Further],
  chosen: (group: MergeGroup) => Side | undefined,
): ChangedFields {
  const taken = differencesOf(kept, other).filter(
    ({ group, proposed }) => (chosen(group) ?? proposed) === 'other',
  )
  const columns = taken.flatMap(({ group }) => mergeGroups[group])
  const further = { ...other.further, ...kept.further }
  return Object.fromEntries([
    ...columns
      .filter((column) => kept[column] !== other[column])
      .map((column) => [column, { from: kept[column], to: other[column] }] as const),
    ...(Object.keys(further).length > Object.keys(kept.further).length
      ? [['further', { from: kept.further, to: further }] as const]
      : []),
  ])
}

/** What is to be put back of the record when it is taken apart: what is still as the merge left it. */
export const fieldsToPutBack = (
  fields: ChangedFields,
  present: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([column, { to }]) => isSame(present[column], to))
      .map(([column, { from }]) => [column, from]),
  )

interface Further {
  readonly further: Readonly<Record<string, string>>
}

const valuesOf = (values: Values, group: MergeGroup): readonly Value[] =>
  mergeGroups[group].map((column) => values[column] ?? null)

const isEmpty = (values: readonly Value[]): boolean =>
  values.every((value) => value === null || value === '')

const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other)

/** As text in which the order of names does not count. */
const written = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value ?? null)
