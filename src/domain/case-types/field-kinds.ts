import { kind, type Kind } from '#kernel/kind.ts'
import { date, decimal, flag, longText, shortText } from '#kernel/kinds.ts'
import { readDateTime, readDate, writeLocalDateTime } from '#platform/local-time.ts'

/** Every kind of field gives the text that is stored and sent out again, such as `Yes` or `2026-05-21`. */
export type FieldText = Kind<string>

/** The kinds of field without a list. */
const plainKinds = {
  text: shortText,
  'long text': longText,
  flag: kind({
    ...flag,
    read: (value) => {
      const read = flag.read(value)
      return 'value' in read ? { value: read.value ? 'Yes' : 'No' } : read
    },
  }),
  date,
  'date-time': kind({
    name: 'date-time',
    schema: { type: 'string', format: 'date-time' },
    read(value) {
      // 21/05/2026 names a date only, and has no other reader
      const read = readDateTime(value) ?? readDateTime(readDate(value) ?? '')
      return read
        ? { value: writeLocalDateTime(read.instant) }
        : { fault: 'must be a date and time, such as 2026-05-21T10:15:00' }
    },
    good: ['2026-05-21T10:15:00', '2026-05-21T10:15:00Z', '21/05/2026'],
    bad: ['2026-02-30T09:30:00', 'now'],
  }),
  number: kind({
    name: 'number',
    schema: { type: 'string', pattern: '^-?[0-9]{1,15}$' },
    read: (value) =>
      /^-?[0-9]{1,15}$/.test(value.trim())
        ? { value: String(Number(value)) }
        : { fault: 'must be a whole number, such as 42' },
    good: ['42', '-7', '007'],
    bad: ['ten', '1.5', '1e3'],
  }),
  decimal,
} as const satisfies Record<string, FieldText>

/** A closed list: the kinds a field can have. */
export const fieldKinds = [
  'text',
  'long text',
  'list',
  'flag',
  'date',
  'date-time',
  'number',
  'decimal',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** The kind by which texts of a field without a list are read. */
export const plainKind = (name: Exclude<FieldKind, 'list'>): FieldText => plainKinds[name]

/** A kind that takes the values of a list, in the list's own spelling. */
export const listKind = (match: (value: string) => string | undefined): FieldText =>
  kind({
    name: 'list',
    schema: { type: 'string' },
    read(value) {
      const found = value.length > 4000 ? undefined : match(value)
      return found === undefined ? { fault: 'must be a value of its list' } : { value: found }
    },
    good: [],
    bad: [],
    isChosen: true,
  })
