import { bytes, json } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'

/** An answer as the store takes it: sealed, in base64; null where it was taken back. */
export interface SealedAnswer {
  readonly question: string
  readonly sealed: string | null
}

/** Hands answers to the store; there is no way for the application to get one back. */
export const insertEqualityAnswers = change({
  takes: { subject: bytes, answers: json<readonly SealedAnswer[]>() },
  returns: {},
  sql: `select from equality.hand_in(:subject, :answers)`,
})
