import { enqueue } from '#kernel/job.ts'
import type { Writing } from '#platform/statement.ts'
import { insertLetterMail } from './mail-queries.ts'
import { sendMailJob } from './send-mail.job.ts'

/** A piece of correspondence that is to go to an address. */
export interface QueuedLetter {
  readonly correspondenceId: number
  readonly address: string
  readonly now: Date
}

/** Has a piece of correspondence e-mailed to a customer once the transaction commits, at whatever hour. */
export async function queueLetter(db: Writing, letter: QueuedLetter): Promise<void> {
  for (const { mailId } of await insertLetterMail(db, { ...letter }))
    void enqueue(db, sendMailJob, { payload: { mailId, isUrgent: 1 }, runAt: letter.now })
}
