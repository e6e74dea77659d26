import type { JsonSchema, Kind } from '#kernel/kind.ts'
import * as kinds from '#kernel/kinds.ts'
import { inCode, paragraph, table, type Chapter, type Prose } from './document.ts'

/** A type of values as parameters name it: in words what is accepted, and samples that are. */
export interface ValueType {
  readonly name: string
  readonly accepted: Prose
  readonly samples: readonly string[]
}

/** What a kind says of itself, with words for what its schema does not tell. */
const typeOf = (
  { name, schema, good }: Pick<Kind<unknown>, 'name' | 'schema' | 'good'>,
  words: Prose,
  more: readonly string[] = [],
): ValueType => ({
  name,
  accepted: [...bounds(schema), words].filter((part) => part !== '').join('; '),
  samples: [...new Set([...good, ...more])].filter((sample) => sample.length <= 30),
})

const bounds = ({ maxLength }: JsonSchema): readonly string[] =>
  typeof maxLength === 'number' ? [`Up to ${maxLength.toLocaleString('en-GB')} characters`] : []

const zone = 'What names no offset is the time of the United Kingdom.'
const whole = kinds.integer({ min: 0, max: 1 })
const truth = '`true`, `yes` and `1` are true, in any letter case; all else is false'

/** Every type that the tables of parameters name (contract 2.6). */
export const valueTypes: readonly ValueType[] = [
  typeOf({ ...kinds.shortText, good: [] }, ''),
  typeOf({ ...kinds.longText, good: [] }, 'line breaks are kept'),
  typeOf({ ...kinds.reference, good: [] }, 'any characters, those of an address too'),
  typeOf(
    { name: 'list', schema: {}, good: [] },
    'A value of your organisation’s list, in any letter case; what the list does not hold is kept with the case and flagged, unless your organisation is strict',
  ),
  typeOf(
    kinds.date,
    `A date, year first or day first, or a date-time, of which the day counts. ${zone} In updateaccount year first and no time`,
    ['2026-05-21T10:15:00'],
  ),
  typeOf(
    kinds.dateTime,
    `A date, and a time after \`T\` or a space, with or without fractions of a second; \`Z\` or an offset may follow. ${zone} A date alone is its first moment`,
    ['2026-05-21T10:15:00+01:00'],
  ),
  typeOf(kinds.flag, truth),
  typeOf(kinds.caseNumber, 'Digits alone'),
  typeOf({ ...whole, good: [] }, 'Digits, after `-` where it is below nought', ['0', '30']),
  typeOf(
    kinds.decimal,
    'Digits, a point and two more digits at most; no currency and no commas. Degrees have up to twenty digits after the point',
  ),
  typeOf({ name: 'two letters', schema: {}, good: [] }, 'The code of a language', ['en', 'FR']),
  typeOf(
    { name: 'document reference', schema: {}, good: [] },
    'A reference that getcasedocuments gave',
    ['D1204'],
  ),
]

/** What is accepted as a value of each type that the tables of parameters name. */
export const valueTypesChapter: Chapter = {
  id: 'types-of-values',
  title: 'Types of values',
  blocks: [
    paragraph(
      'Every value is sent as text; JSON bodies may hold numbers and `true` or `false` as well. What does not fit is refused with the offset 98, but for the fields of people and of forms: there it is kept and flagged.',
    ),
    table(
      ['Type', 'What is accepted', 'Such as'],
      valueTypes.map(({ name, accepted, samples }) => [
        name,
        accepted,
        samples.map(inCode).join(', '),
      ]),
    ),
  ],
}

/** The name of a type, leading to what it accepts. */
export const typeLink = (name: string): Prose => `[${name}](#${valueTypesChapter.id})`
