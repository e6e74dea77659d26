import type { Attribute, AttributeKind } from '#domain/attributes/index.ts'
import { readDate, readDateTime } from '#platform/local-time.ts'
import { joinSql, sql, trusted, type Sql } from '#platform/sql.ts'
import type { Criterion } from './report-definition.ts'

type Reader = (text: string) => string | undefined

const readNumber: Reader = (text) =>
  /^-?[0-9]{1,15}([.][0-9]{1,9})?$/.test(text) ? text : undefined

/** How a value of each kind is read from a definition, to the text that PostgreSQL is given. */
const readers: Readonly<Record<AttributeKind, Reader>> = {
  text: (text) => text,
  number: readNumber,
  decimal: readNumber,
  flag: (text) => ({ Yes: 'true', No: 'false' })[text],
  date: readDate,
  'date-time': (text) => readDateTime(text)?.instant.toISOString(),
}

const types: Readonly<Record<AttributeKind, Sql>> = {
  text: trusted('::text'),
  number: trusted('::numeric'),
  decimal: trusted('::numeric'),
  flag: trusted('::boolean'),
  date: trusted('::date'),
  'date-time': trusted('::timestamptz'),
}

const valuesOf = (criterion: Criterion): readonly string[] => {
  if ('values' in criterion) return criterion.values
  return 'value' in criterion ? [criterion.value] : []
}

/** What is wrong with a criterion on the column, in words; nothing where it can be met. */
export function criterionFault(
  { name, kind }: Attribute,
  criterion: Criterion,
): string | undefined {
  const isLimit = criterion.test === 'since' || criterion.test === 'until'
  if (isLimit && (kind === 'text' || kind === 'flag'))
    return `${name} has no order: "${criterion.test}" needs a number or a date`
  const unfit = valuesOf(criterion).find((value) => readers[kind](value) === undefined)
  return unfit === undefined ? undefined : `${name} is a ${kind}, which "${unfit}" is not`
}

const column = ({ sql: expression }: Attribute): Sql => trusted(`(${expression})`)
const filled = (of: Attribute): Sql =>
  of.kind === 'text' ? sql`nullif(${column(of)}, '')` : column(of)

type Condition = (of: Attribute, value: Sql, all: Sql) => Sql
const conditions = {
  empty: (of) => sql`${filled(of)} is null`,
  filled: (of) => sql`${filled(of)} is not null`,
  equals: (of, value) => sql`${column(of)} = ${value}`,
  differs: (of, value) => sql`${column(of)} is distinct from ${value}`,
  in: (of, _, all) => sql`${column(of)} in (${all})`,
  since: (of, value) => sql`${column(of)} >= ${value}`,
  until: (of, value) => sql`${column(of)} <= ${value}`,
} satisfies Record<Criterion['test'], Condition>

/** The condition that a criterion puts on the column; a value that does not fit its kind is met by no row. */
export function criterionSql(of: Attribute, criterion: Criterion): Sql {
  const values = valuesOf(criterion).map((value) => {
    const read = readers[of.kind](value)
    return read === undefined ? trusted('null') : sql`${read}${types[of.kind]}`
  })
  const [value = trusted('null')] = values
  const all = values.length > 0 ? joinSql(values, ', ') : trusted('null')
  return conditions[criterion.test](of, value, all)
}
