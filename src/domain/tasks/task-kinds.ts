import { integer } from '#kernel/kinds.ts'

/** The number of a task. */
export const taskNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** What can become of a task: it was done, or turned out not to be needed. */
export const taskOutcomes = ['done', 'not needed'] as const
