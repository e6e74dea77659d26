import { after } from '#domain/sessions/index.ts'
import { randomUUID } from 'node:crypto'
import { organisationsByName } from '#domain/organisations/index.ts'
import { enqueue, job, type Job } from '#kernel/job.ts'
import type { MailLetter } from '#platform/mail.ts'
import type { Writing } from '#platform/statement.ts'
import { findResetReader } from './password-queries.ts'
import { addLink } from './sign-in-link.ts'

interface ResetPayload extends Readonly<Record<string, number>> {
  readonly userId: number
}

const mostLinks = 3
const ofLate = 30 * 60_000

/** The address below the server's at which a link sets a password. */
export const resetAddress = (organisation: string, token: string): string =>
  `/sign-in/${encodeURIComponent(organisation)}/new-password/${encodeURIComponent(token)}`

/** Mails a link to set a new password; its token is made here, so that it is stored nowhere in clear. */
export const sendResetJob: Job<ResetPayload> = job<ResetPayload>({
  name: 'sendreset',
  attempts: 3,
  async work({ payload: { userId }, actor: { organisationId }, database, outside, clock }) {
    const { mail } = outside
    const all = [...(await organisationsByName(database)).values()]
    const organisation = all.find((each) => each.organisationId === organisationId)
    if (!mail || !organisation) return
    const now = clock.now()
    const made = await database.write(organisationId, async (db) => {
      const reader = await findResetReader(db, { userId, since: after(now, -ofLate) })
      if (!reader || reader.sentOfLate >= mostLinks) return undefined
      return {
        to: reader.email,
        token: await addLink(db, { userId, purpose: 'set password', now }),
      }
    })
    if (!made) return
    const url = `${mail.siteAddress}${resetAddress(organisation.name, made.token)}`
    const outcome = await mail.send({ to: made.to, ...letter(url, organisation.title) })
    // what the server may have is not sent again
    if (outcome.kind === 'refused' && !outcome.isForGood)
      throw new Error(`The letter was not taken: ${outcome.reason}`)
  },
})

const letter = (url: string, organisation: string): Omit<MailLetter, 'to'> => ({
  messageId: randomUUID(),
  subject: `Set a new password for ${organisation}`,
  text: `Somebody, probably you, asked for a new password for the casework of ${organisation}.

Set a new password:
${url}

The link works once, within 30 minutes. If you did not ask for it, do nothing: your password stays as it is.
`,
})

/** Has a link to set a new password mailed to somebody, once the transaction is over. */
export const enqueueReset = (db: Writing, userId: number): Promise<unknown> =>
  enqueue(db, sendResetJob, { payload: { userId } })
