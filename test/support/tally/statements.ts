import { addressStatements } from './statements-addresses.ts'
import { originalStatements } from './statements-original.ts'
import { readingStatements } from './statements-reading.ts'
import { replyStatements } from './statements-replies.ts'
import { signInStatements } from './statements-sign-in.ts'

/** What the contract states, by section and number; each is proved by a test of that name at least. */
export const contractStatements = Object.freeze({
  ...originalStatements,
  ...addressStatements,
  ...readingStatements,
  ...signInStatements,
  ...replyStatements,
})

export type StatementId = keyof typeof contractStatements
