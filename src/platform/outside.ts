import type { KeyObject } from 'node:crypto'
import type { ReportDatabase } from './copy-out.ts'

/** What operations may use of the world outside the database. */
export interface Outside {
  /** Seals equality answers and hides whose they are. */
  readonly equalityKey: KeyObject
  /** Reads the rows of reports. */
  readonly reports: ReportDatabase
}
