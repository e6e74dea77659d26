import { parametersOf } from '#domain/case-types/index.ts'
import type { Options } from '#domain/options/index.ts'
import type { Kind, KindResult } from '#kernel/kind.ts'
import { date, decimal, flag, shortText } from '#kernel/kinds.ts'
import type { Attribute } from './attribute.ts'
import type { Form } from './case-details.ts'
import type { FormAttribute } from './form-attributes.ts'

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
const kindReaders = {
  text: asText(shortText, String),
  number: () => ({ fault: 'cannot be changed' }),
  decimal: decimal.read,
  flag: asText(flag, (isSo) => (isSo ? 'Yes' : 'No')),
  date: date.read,
  'date-time': () => ({ fault: 'cannot be changed' }),
} as const satisfies Readonly<Record<Attribute['kind'], Reader>>

function columnReader({ column, kind }: Attribute, { options, form }: Lists): Reader {
  const { ratings } = form.type
  if (column === 'received_method') return oneOf((sent) => options.match('request method', sent))
  if (column === 'rating' && ratings.length > 0)
    return oneOf((sent) => ratings.find((rating) => fold(rating) === fold(sent)))
  return kindReaders[kind]
}

/** Answers of forms are read as createcase reads them. */
const fieldReader =
  ({ fieldId }: FormAttribute, { options, form }: Lists): Reader =>
  (sent) => {
    const fields = form.type.fields.filter(({ id }) => id === fieldId)
    const read = parametersOf(fields, options)[fieldId]?.kind.read(sent)
    return read ?? { fault: 'is no field of the form' }
  }

/** Reads the text sent for an attribute: the text to be kept, or what is wrong with it. */
export const readValue = (
  attribute: Attribute | FormAttribute,
  sent: string,
  lists: Lists,
): KindResult<string> =>
  ('fieldId' in attribute ? fieldReader(attribute, lists) : columnReader(attribute, lists))(
    sent.replaceAll('\r\n', '\n'),
  )
