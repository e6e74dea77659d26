import type { Field, FieldKind } from '#domain/case-types/index.ts'

const kinds: Readonly<Record<FieldKind, string>> = {
  text: 'Line of text',
  'long text': 'Text of several lines',
  list: 'Choice from a list',
  flag: 'Yes or no',
  date: 'Date',
  'date-time': 'Date and time',
  number: 'Whole number',
  decimal: 'Amount',
}

/** What kind of answer a field takes, in words. */
export const kindInWords = ({ kind }: Pick<Field, 'kind'>): string => kinds[kind]

/** What is so about the answers to a field, in words. */
export const qualitiesOf = (field: Field): readonly string[] => [
  ...(field.isRequired ? ['required'] : []),
  field.isPublished ? 'shown to the customer' : 'for staff only',
  ...(field.isSensitive ? ['sensitive'] : []),
]
