import { Refusal } from '#kernel/refusal.ts'
import { violatedConstraint } from '#platform/database.ts'
import { accountTaken } from './errors.ts'

/** What a writing of an account gives; refuses at the reference where there is one of its type and reference. */
export async function unlessTaken<T>(written: Promise<T>): Promise<T> {
  try {
    return await written
  } catch (error) {
    if (violatedConstraint(error) !== 'accounts_reference') throw error
    throw new Refusal(accountTaken, [
      { parameter: 'Reference', kind: 'invalid', message: accountTaken.message },
    ])
  }
}
