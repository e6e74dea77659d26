import type { WritableColumn } from './writable-column.ts'

/** What kind of value an attribute holds, and so how it is written out (contract 2.6), in the words of fields. */
export type AttributeKind = 'text' | 'date' | 'date-time' | 'flag' | 'number' | 'decimal'

/** A reportable attribute of a case, as getcasedetails, getcaseattribute and reports name it (contract 6.7). */
export interface Attribute {
  /** `Group.Field`. */
  readonly name: string
  readonly kind: AttributeKind
  /** The value itself over the aliases of `caseSource`, of the SQL type of its kind: to select by and sort by. */
  readonly sql: string
  /** The text that goes out, or null where there is no value. */
  readonly written: string
  /** True where it tells who a person is: kept out of audit and history. */
  readonly isPersonal: boolean
  /** The column of `cases` that updatecase may set. */
  readonly column?: WritableColumn
}

const writers: Readonly<Record<AttributeKind, (sql: string) => string>> = {
  text: (sql) => sql,
  number: (sql) => `(${sql})::text`,
  decimal: (sql) => `(${sql})::text`,
  flag: (sql) => `case ${sql} when true then 'Yes' when false then 'No' end`,
  date: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
  'date-time': (sql) => `to_char(${sql} at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI:SS')`,
}

/** Further particulars of an attribute where it has them. */
export interface Particulars {
  readonly isPersonal?: boolean
  readonly column?: WritableColumn
}

/** Makes an attribute out of its name, its kind and the SQL of its value. */
export const attribute = (
  [name, kind, sql]: readonly [name: string, kind: AttributeKind, sql: string],
  { isPersonal = false, column }: Particulars = {},
): Attribute =>
  Object.freeze({
    name,
    kind,
    sql,
    written: writers[kind](sql),
    isPersonal,
    ...(column ? { column } : {}),
  })

/** The group of an attribute's name, and its field. */
export function partsOf(name: string): { readonly group: string; readonly field: string } {
  const dot = name.indexOf('.')
  return { group: name.slice(0, dot), field: name.slice(dot + 1) }
}
