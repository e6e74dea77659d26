import type { KeyObject } from 'node:crypto'

/** What operations may use of the world outside the database. */
export interface Outside {
  /** Seals equality answers and hides whose they are. */
  readonly equalityKey: KeyObject
}
