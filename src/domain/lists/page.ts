import { writePlace, type Place } from './place.ts'

/** A page of a list, and where the next begins, if there is one. */
export interface Paged<T> {
  readonly rows: readonly T[]
  readonly next: string | undefined
}

/** The page of so many rows; takes one row more than that where there is another page. */
export function pageOf<T extends Place>(found: readonly T[], length: number): Paged<T> {
  const rows = found.slice(0, length)
  const last = found.length > length ? rows.at(-1) : undefined
  return { rows, next: last && writePlace(last) }
}
