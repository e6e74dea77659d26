import type { Flaw } from '#kernel/refusal.ts'
import { assignedMeanwhile } from './errors.ts'
import type { getHolder } from './giving-queries.ts'

/** Who has a case. */
export type Holder = Awaited<ReturnType<typeof getHolder>>

/** Who has a case, as a page remembers it that is to notice when somebody else was quicker. */
export const seenOf = ({ team, userName }: Pick<Holder, 'team' | 'userName'>): string =>
  `${team ?? ''}/${userName ?? ''}`

/** What is said to somebody who was not the first. */
export const assignedMeanwhileFlaw: readonly Flaw[] = [
  {
    parameter: 'Seen',
    kind: 'invalid',
    message: `${assignedMeanwhile.message}. See who has it now, then assign it again if you still want to`,
  },
]
