import type { PathParts } from './form-page.ts'

/** What stands behind the question mark of an address: every value of each name. */
export type Query = Readonly<Record<string, readonly string[]>>

/** What an address is asked with, as the framework has read it. */
export const queryOf = (read: unknown): Query =>
  Object.fromEntries(
    Object.entries(read ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      [value].flat().filter((each) => typeof each === 'string'),
    ]),
  )

/** The same as an operation is sent it: several values one on each line. */
export const sentBy = (query: Query): PathParts =>
  Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.join('\n')]))
