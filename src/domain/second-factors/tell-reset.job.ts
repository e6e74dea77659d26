import { randomUUID } from 'node:crypto'
import { organisationsByName } from '#domain/organisations/index.ts'
import { job, type Job } from '#kernel/job.ts'
import type { MailLetter } from '#platform/mail.ts'
import { findReader } from './queries.ts'

interface Told extends Readonly<Record<string, number>> {
  readonly userId: number
}

/** Mails somebody that their second factors were reset, so that they hear of it who did not ask for it. */
export const tellResetJob: Job<Told> = job<Told>({
  name: 'tellfactorsreset',
  attempts: 3,
  async work({ payload: { userId }, actor: { organisationId }, database, outside: { mail } }) {
    const all = [...(await organisationsByName(database)).values()]
    const organisation = all.find((each) => each.organisationId === organisationId)
    const reader = await database.read(organisationId, (db) => findReader(db, { userId }))
    if (!mail || !organisation || !reader) return
    const outcome = await mail.send({ to: reader.email, ...letter(organisation.title) })
    // what the server may have is not sent again
    if (outcome.kind === 'refused' && !outcome.isForGood)
      throw new Error(`The letter was not taken: ${outcome.reason}`)
  },
})

const letter = (organisation: string): Omit<MailLetter, 'to'> => ({
  messageId: randomUUID(),
  subject: `Your second factors for ${organisation} were reset`,
  text: `An administrator of the casework of ${organisation} has removed your passkeys, your authenticator app and your recovery codes, and has signed you out wherever you were signed in.

Sign in with your password and set up a second factor anew. If you did not ask for this, tell your administrator at once.
`,
})
