import type { CustomTypesConfig } from 'pg'

/** How a value travels to and from PostgreSQL: the SQL type it is sent as, and whether it may be null. */
export interface Column<T> {
  readonly sqlType: string
  readonly isNullable: boolean
  /** Only for the compiler: the type of the value in code. */
  readonly value?: T
}

const column = <T>(sqlType: string): Column<T> => Object.freeze({ sqlType, isNullable: false })

export const text = column<string>('text')
export const int4 = column<number>('int4')
/** A 64-bit integer that fits a JavaScript number. */
export const int8 = column<number>('int8')
export const float8 = column<number>('float8')
export const bool = column<boolean>('bool')
/** An exact decimal, as its text. */
export const numeric = column<string>('numeric')
/** A calendar date, as 'YYYY-MM-DD'. */
export const date = column<string>('date')
/** A moment. */
export const instant = column<Date>('timestamptz')
export const bytes = column<Buffer>('bytea')
export const textArray = column<readonly string[]>('text[]')
/** A JSON value of the shape that the table's owner writes. */
export const json = <T>(): Column<T> => column<T>('jsonb')
/** The same column where null may stand. */
export const nullable = <T>(of: Column<T>): Column<T | null> =>
  Object.freeze({ sqlType: of.sqlType, isNullable: true })

export type Columns = Readonly<Record<string, Column<unknown>>>
export type Row<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never
}

/** The value as the driver takes it. */
export function toDriver(of: Column<unknown>, value: unknown): unknown {
  if (value === undefined) return null
  if (of.sqlType === 'jsonb' && value !== null) return JSON.stringify(value)
  return value
}

const asText = (value: string): string => value
const parsers: ReadonlyMap<number, (value: string) => unknown> = new Map<
  number,
  (value: string) => unknown
>([
  [20, Number],
  [1082, asText],
  [1700, asText],
])

/** Result parsers: 64-bit integers as numbers, dates and decimals as their text. */
export function resultTypes(base: CustomTypesConfig): CustomTypesConfig {
  return {
    getTypeParser: ((id: number, format?: 'text' | 'binary') =>
      (format !== 'binary' && parsers.get(id)) ||
      base.getTypeParser(id, format as 'text')) as CustomTypesConfig['getTypeParser'],
  }
}
