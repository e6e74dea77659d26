import type { Permission } from '#kernel/permission.ts'

/** Who may know of a case, by the numbers of people: what the wall in the database goes by. */
export interface Secrecy {
  readonly isConfidential: boolean
  /** The owner, and those who are named. */
  readonly readers: readonly number[]
  readonly barred: readonly number[]
}

/** A case that everybody may know of. */
export const openToAll: Secrecy = Object.freeze({ isConfidential: false, readers: [], barred: [] })

/** May somebody know of a case? For people other than the one who asks: for that one the database sees to it. */
export function mayKnow(
  { isConfidential, readers, barred }: Secrecy,
  userId: number,
  may: ReadonlySet<Permission>,
): boolean {
  if (barred.includes(userId)) return false
  return !isConfidential || may.has('case.confidential.view') || readers.includes(userId)
}
