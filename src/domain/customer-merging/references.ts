import type { Writing } from '#platform/statement.ts'
import { updateReference } from './queries.ts'

type Referenced = { readonly customerId: number; readonly reference: string | null }

/** Each of two people gets the reference of the other; never have both the same one. */
export function swapReferences(db: Writing, [one, other]: readonly [Referenced, Referenced]): void {
  void updateReference(db, { customerId: other.customerId, reference: null })
  void updateReference(db, { customerId: one.customerId, reference: other.reference })
  void updateReference(db, { customerId: other.customerId, reference: one.reference })
}
