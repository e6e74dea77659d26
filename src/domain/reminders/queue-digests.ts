import { enqueue } from '#kernel/job.ts'
import type { Writing } from '#platform/statement.ts'
import { organisationTimes } from './hours.ts'
import { soonUntil } from './letters.ts'
import { giveUpMails, queueDigests as queueDigestMails } from './mail-queries.ts'
import { sendMailJob } from './send-mail.job.ts'
import { localOf } from './working-times.ts'

/** How many digests one transaction queues. */
export const digestsInBatch = 100

/** Longer than any row of days without work. */
const longestWait = 8 * 86_400_000

/**
 * Queues today's digests, of a batch of people, from the organisation's hour on until the quiet hours begin, on
 * working days. Nobody gets two of one day. Mails that nobody will send any more are given up, so that the digests
 * tell of them. Says how many were queued.
 */
export async function queueDigests(db: Writing, now: Date): Promise<number> {
  const times = await organisationTimes(db)
  const { day: today, time } = localOf(now)
  const isTime = time >= times.digestAt && time >= times.dayBegins && time < times.dayEnds
  if (!isTime || !times.isWorkingDay(today)) return 0
  void giveUpMails(db, { before: new Date(now.getTime() - longestWait), now })
  const until = await soonUntil(db, today)
  const mails = await queueDigestMails(db, { today, soonUntil: until, now, most: digestsInBatch })
  for (const { mailId } of mails) void enqueue(db, sendMailJob, { payload: { mailId }, runAt: now })
  return mails.length
}
