import { addressStatements } from '#test/tally-statements-addresses.ts'
import { originalStatements } from '#test/tally-statements-original.ts'
import { readingStatements } from '#test/tally-statements-reading.ts'
import { replyStatements } from '#test/tally-statements-replies.ts'
import { signInStatements } from '#test/tally-statements-sign-in.ts'

/** What the contract states, by section and number; each is proved by a test of that name at least. */
export const contractStatements = Object.freeze({
  ...originalStatements,
  ...addressStatements,
  ...readingStatements,
  ...signInStatements,
  ...replyStatements,
})

export type StatementId = keyof typeof contractStatements
