import { enqueue, job, type Job } from '#kernel/job.ts'
import type { MailOutcome, MailRoute, MailLetter } from '#platform/mail.ts'
import type { Writing } from '#platform/statement.ts'
import { organisationTimes } from './hours.ts'
import { letterFor } from './letters.ts'
import { settleMail, takeMail, type MailState } from './mail-queries.ts'
import { firstLoudMoment } from './working-times.ts'

interface MailPayload extends Readonly<Record<string, number>> {
  readonly mailId: number
  /** 1 of what does not wait for the end of the quiet hours: a letter that somebody sends. */
  readonly isUrgent?: number
}

const dayLength = 86_400_000

/**
 * Hands a mail over. The attempt is committed before anything is sent; what the server certainly has not taken is tried
 * again for a day, and once it may have taken it, it is never sent again (ADR 19).
 */
export const sendMailJob: Job<MailPayload> = job<MailPayload>({
  name: 'sendmail',
  attempts: 20,
  async work({ payload, actor: { organisationId }, database, outside, clock }) {
    const { mail } = outside
    const { mailId } = payload
    const attempt = await database.write(organisationId, (db) =>
      beginAttempt(db, { payload, mail, now: clock.now() }),
    )
    if (!attempt || !mail) return
    const outcome = await mail.send(attempt.letter)
    const now = clock.now()
    const isTooOld = now.getTime() - attempt.queuedAt.getTime() > dayLength
    const settled = settlementOf(outcome, isTooOld)
    await database.write(organisationId, async (db) => {
      void settleMail(db, { mailId, ...settled, now })
    })
    if (settled.state === 'queued') throw new Error(`The mail was not taken: ${settled.failure}`)
  },
})

interface Attempt {
  readonly letter: MailLetter
  readonly queuedAt: Date
}

interface Beginning {
  readonly payload: MailPayload
  readonly mail: MailRoute | undefined
  readonly now: Date
}

/** The letter to hand over now; undefined where there is none, or it has to wait. */
async function beginAttempt(db: Writing, beginning: Beginning): Promise<Attempt | undefined> {
  const { payload, mail, now } = beginning
  const { mailId, isUrgent } = payload
  const runAt = isUrgent === 1 ? now : firstLoudMoment(now, await organisationTimes(db))
  if (runAt > now) {
    void enqueue(db, sendMailJob, { payload, runAt })
    return undefined
  }
  const [taken] = await takeMail(db, { mailId, now })
  if (!taken || taken.state === 'uncertain') return undefined
  const giveUp = (state: MailState, failure: string): undefined =>
    void settleMail(db, { mailId, state, failure, now })
  if (!mail) return giveUp('failed', 'no mail server is configured')
  if (!taken.isActive) return giveUp('dropped', 'the person signs in no longer')
  const wording = await letterFor(db, taken, { mailId, now, siteAddress: mail.siteAddress })
  if (!wording) return giveUp('dropped', 'nothing is left to tell')
  const { messageId, email: to, queuedAt } = taken
  return { letter: { messageId, to, ...wording }, queuedAt }
}

function settlementOf(
  outcome: MailOutcome,
  isTooOld: boolean,
): { readonly state: MailState; readonly failure: string | null } {
  if (outcome.kind === 'sent') return { state: 'sent', failure: null }
  const failure = outcome.reason
  if (outcome.kind === 'uncertain') return { state: 'uncertain', failure }
  return { state: outcome.isForGood || isTooOld ? 'failed' : 'queued', failure }
}
