import type { Query } from '#web/layout/query.ts'

/** Where a list is shown, and what its address asks for. */
export type ListAddress = { readonly path: string; readonly query: Query }

/** What is chosen under a name. */
export const chosen = ({ query }: ListAddress, name: string): readonly string[] => query[name] ?? []

/** The address of the list with something else asked for; it begins at the first page again, unless that is said. */
export const addressWith = ({ path, query }: ListAddress, changes: Query): string => {
  const asked = { ...query, After: [], ...changes }
  const pairs = Object.entries(asked).flatMap(([name, values]) =>
    values.filter((value) => value !== '').map((value): [string, string] => [name, value]),
  )
  return pairs.length === 0 ? path : `${path}?${String(new URLSearchParams(pairs))}`
}

/** The address of the list without one of the values chosen under a name. */
export const addressWithout = (at: ListAddress, name: string, value: string): string =>
  addressWith(at, { [name]: chosen(at, name).filter((each) => each !== value) })
