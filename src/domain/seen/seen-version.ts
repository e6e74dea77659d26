import { integer } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'
import { refusal, type Flaw } from '#kernel/refusal.ts'

/** The version of a thing that whoever changes it has seen. */
export const versionSeen = required(
  integer({ min: 1, max: 2_147_483_647 }),
  'The version that you have seen',
)

export const changedMeanwhile = refusal(
  'changedMeanwhile',
  'Somebody has changed this since you opened it',
)

/** What is said, with `changedMeanwhile`, to somebody who saves what another has changed. */
export const conflict: readonly Flaw[] = [
  {
    parameter: 'Version',
    kind: 'invalid',
    message: `${changedMeanwhile.message}. Compare what is stored with what you entered, then save again`,
  },
]
