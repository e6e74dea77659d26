import { mergeGroups, type Difference, type MergeGroup } from '#domain/customer-merging/index.ts'
import { dateInWords } from '#web/layout/times.ts'

/** What each part of a record is called. */
export const groupWords: Readonly<Record<MergeGroup, string>> = {
  Name: 'Name',
  Organisation: 'Organisation',
  DateOfBirth: 'Date of birth',
  Address: 'Address',
  Phone: 'Phone',
  Mobile: 'Mobile',
  Email: 'E-mail address',
  Reference: 'Reference',
  ContactMethod: 'Means of contact',
  ContactTime: 'When a call is welcome',
  ContactLanguage: 'Language',
  ContactConsent: 'May be contacted again',
  Category: 'Kind of customer',
}

/** What a record says of a part of it; undefined where it says nothing. */
export function valuesInWords(group: MergeGroup, values: Difference['kept']): string | undefined {
  const texts = values.map(inWords).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  const [first = ''] = texts
  if (group === 'DateOfBirth') return dateInWords(first)
  return texts.join(group === 'Address' ? '\n' : ' ')
}

const inWords = (value: Difference['kept'][number]): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return value ?? ''
}

/** The parts to which columns belong, in words and each once. */
export const columnsInWords = (columns: readonly string[]): readonly string[] =>
  Object.entries(groupWords).flatMap(([group, text]) =>
    mergeGroups[group as MergeGroup].some((column) => columns.includes(column)) ? [text] : [],
  )
