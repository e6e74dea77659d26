import { integer } from '#kernel/kinds.ts'

/** The number of a point or of a remedy within its case. */
export const numberInCase = integer({ min: 1, max: 2_147_483_647 })
