import { type Coming, noteSignIn } from '#domain/sessions/index.ts'
import type { Database } from '#platform/database.ts'
import { enqueue } from '#kernel/job.ts'
import { findUserByEmail } from './queries.ts'
import { sendResetJob } from './send-reset.job.ts'

/** Has a link to set a new password mailed to an address; does the same, and as long, where nobody has it. */
export const askReset = (database: Database, coming: Coming, email: string): Promise<void> =>
  database.write(coming.organisationId, async (db) => {
    const person = await findUserByEmail(db, { email: email.trim() })
    const particulars = person ? { userId: person.userId } : {}
    noteSignIn(db, coming, { what: 'ask for a new password', particulars })
    await enqueue(db, sendResetJob, { payload: { userId: person?.userId ?? 0 } })
  })
