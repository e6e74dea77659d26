import type { Change, ChangeKind, Kept } from '#domain/change-log/index.ts'
import type { Permission } from '#kernel/permission.ts'
import type { Reading, Writing } from '#platform/statement.ts'

/** Who puts something back, and when. */
export interface Restoring {
  readonly author: string
  readonly now: Date
}

/** How what there was before a change is put back, through the functions by which it is changed otherwise. */
export interface Restorer {
  /** What else whoever puts it back must be permitted. */
  readonly permission?: Permission | ((change: Change) => Permission)
  /** Why such a change can never be put back, and how the thing is changed instead. */
  readonly never?: (change: Change) => string | undefined
  /** How the thing stands now: the same names as the change keeps, nothing where it is not there. */
  readonly current: (db: Reading, change: Change) => Promise<Kept>
  /** Puts it back, and says how it stands then; a sentence where that cannot be. */
  readonly put: (
    db: Writing,
    change: Change,
    by: Restoring,
  ) => Promise<{ readonly now: Kept } | string>
}

/** For each kind how it is put back, or a sentence that says how it is changed instead. */
export type Restorers = Readonly<Record<ChangeKind, Restorer | string>>
