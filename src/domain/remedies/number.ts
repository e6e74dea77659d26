import { integer } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'

const most = 2_147_483_647

/** The number of a point or of a remedy within its case. */
export const numberInCase = integer({ min: 1, max: most })

/** The version of a point or of a remedy that whoever changes it has seen. */
export const versionSeen = required(
  integer({ min: 1, max: most }),
  'The version that you have seen',
)
