import type { List, Options } from '#domain/options/index.ts'
import type { Kind, KindResult } from '#kernel/kind.ts'
import { decimal, flag, integer, longText, shortText } from '#kernel/kinds.ts'
import { readDateTime, readDate, writeLocalDateTime } from '#platform/local-time.ts'
import type { Attribute } from './attribute.ts'
import type { Form } from './case-details.ts'
import type { FormAttribute, FormField } from './form-attributes.ts'

/** What values are read against. */
export interface Lists {
  readonly options: Options
  readonly form: Form
}

/** Reads a text as the text that is kept. */
type Reader = (sent: string) => KindResult<string>

const fold = (text: string): string => text.trim().toLowerCase()
const asText =
  <T>(kind: Kind<T>, write: (value: T) => string): Reader =>
  (sent) => {
    const read = kind.read(sent)
    return 'value' in read ? { value: write(read.value) } : read
  }
const unlessMissing = (value: string | undefined, fault: string): KindResult<string> =>
  value === undefined ? { fault } : { value }
const oneOf =
  (match: (sent: string) => string | undefined): Reader =>
  (sent) =>
    unlessMissing(match(sent), 'must be a value of its list')
const ownList = (values: readonly string[]): Reader =>
  oneOf((sent) => values.find((value) => fold(value) === fold(sent)))

const yesOrNo = asText(flag, (isSo) => (isSo ? 'Yes' : 'No'))
const wholeNumber = asText(integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), String)
const formDate: Reader = (sent) =>
  unlessMissing(readDate(sent), 'must be a real date, such as 2026-03-14')
function formDateTime(sent: string): KindResult<string> {
  const read = readDateTime(sent) ?? readDateTime(readDate(sent) ?? '')
  return unlessMissing(
    read && writeLocalDateTime(read.instant),
    'must be a date and time, such as 2026-03-14T09:30:00',
  )
}

const formReaders: Readonly<Record<string, Reader>> = {
  text: asText(shortText, String),
  flag: yesOrNo,
  date: formDate,
  'date-time': formDateTime,
  number: wholeNumber,
  decimal: asText(decimal, String),
}

function fieldReader({ kind = 'text', list, values }: FormField, { options }: Lists): Reader {
  if (values) return ownList(values)
  if (list) return oneOf((sent) => options.match(list as List, sent))
  const reader = Object.hasOwn(formReaders, kind) ? formReaders[kind] : undefined
  return reader ?? asText(longText, String)
}

const kindReaders = {
  text: asText(shortText, String),
  number: asText(decimal, String),
  flag: yesOrNo,
  date: formDate,
  dateTime: formDateTime,
} as const satisfies Readonly<Record<Attribute['kind'], Reader>>

function columnReader({ column, kind }: Attribute, { options, form }: Lists): Reader {
  if (column === 'received_method') return oneOf((sent) => options.match('request method', sent))
  if (column === 'rating' && form.ratings.length > 0) return ownList(form.ratings)
  return kindReaders[kind]
}

/** Reads the text sent for an attribute: the text to be kept, or what is wrong with it. */
export const readValue = (
  attribute: Attribute | FormAttribute,
  sent: string,
  lists: Lists,
): KindResult<string> =>
  ('field' in attribute ? fieldReader(attribute.field, lists) : columnReader(attribute, lists))(
    sent,
  )
