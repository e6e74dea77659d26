import { enqueue } from '#kernel/job.ts'
import type { Writing } from '#platform/statement.ts'
import { organisationTimes } from './hours.ts'
import { soonUntil } from './letters.ts'
import { queueDigests as queueDigestMails } from './mail-queries.ts'
import { sendMailJob } from './send-mail.job.ts'
import { localOf } from './working-times.ts'

/** How many digests one transaction queues. */
export const digestsInBatch = 100

/**
 * Queues today's digests, of a batch of people, from the organisation's hour on until the quiet hours begin, on
 * working days. Nobody gets two of one day. Says how many were queued.
 */
export async function queueDigests(db: Writing, now: Date): Promise<number> {
  const times = await organisationTimes(db)
  const { day: today, time } = localOf(now)
  const isTime = time >= times.digestAt && time >= times.dayBegins && time < times.dayEnds
  if (!isTime || !times.isWorkingDay(today)) return 0
  const until = await soonUntil(db, today)
  const mails = await queueDigestMails(db, { today, soonUntil: until, now, most: digestsInBatch })
  for (const { mailId } of mails) void enqueue(db, sendMailJob, { payload: { mailId }, runAt: now })
  return mails.length
}
