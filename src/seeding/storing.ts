import type { DocumentStore } from '#platform/files/document-store.ts'
import type { Writing } from '#platform/statement.ts'
import { takeIds } from './queries.ts'

/** Numbers in the database by the names that the seeds use. */
export interface Numbers {
  readonly teamIds: ReadonlyMap<string, number>
  readonly userIds: ReadonlyMap<string, number>
  readonly caseTypes: ReadonlyMap<string, { readonly caseTypeId: number; readonly version: number }>
}

/** Where the demonstration goes. */
export interface Storing {
  readonly db: Writing
  readonly documents: DocumentStore
  readonly numbers: Numbers
}

/** The value of a key that must be there. */
export function sought<K, V>(values: ReadonlyMap<K, V>, key: K): V {
  const value = values.get(key)
  if (value === undefined) throw new Error('The seeds refer to something that is not there')
  return value
}

/** New numbers of a table's column for things that other rows will name. */
export async function numbersFor<T extends object>(
  db: Writing,
  place: string,
  things: readonly T[],
): Promise<ReadonlyMap<T, number>> {
  const [table = '', column = ''] = place.split(' ')
  const ids = await takeIds(db, { table, column, count: things.length })
  return new Map(things.map((thing, at) => [thing, ids[at]?.id ?? 0]))
}
