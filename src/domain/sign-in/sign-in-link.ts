import {
  after,
  type At,
  type Coming,
  hash,
  newToken,
  noteSignIn,
  type Opened,
  openSession,
} from '#domain/sessions/index.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { findUserByEmail, insertSignInLink, useLink } from './queries.ts'

/** What a link is for: to sign in with, or to set a new password. */
export type LinkPurpose = 'sign in' | 'set password'

/** How long a link is good, in milliseconds. */
const lives = { 'sign in': 10 * 60_000, 'set password': 30 * 60_000 } as const

/** Makes a one-time token for a person within a transaction; what is stored is its hash. */
export async function addLink(
  db: Writing,
  { userId, purpose, now }: { userId: number; purpose: LinkPurpose; now: Date },
): Promise<string> {
  const token = newToken()
  const expiresAt = after(now, lives[purpose])
  await insertSignInLink(db, { linkHash: hash(token), userId, purpose, now, expiresAt })
  return token
}

/** Makes a one-time sign-in token for a person, good for ten minutes; undefined for an unknown address. */
export const createSignInToken = async (
  database: Database,
  { organisationId, now }: At,
  email: string,
): Promise<string | undefined> =>
  (await database.write(organisationId, (db) => addSignInToken(db, now, email)))?.token

/** The same within a transaction, and whose token it is. */
export async function addSignInToken(
  db: Writing,
  now: Date,
  email: string,
): Promise<{ readonly token: string; readonly userId: number } | undefined> {
  const person = await findUserByEmail(db, { email })
  if (!person) return undefined
  const { userId } = person
  return { token: await addLink(db, { userId, purpose: 'sign in', now }), userId }
}

/** The address of a sign-in link, below that of the server; takes the organisation's name and the token. */
export const signInAddress = (organisation: string, token: string): string =>
  `/sign-in/${encodeURIComponent(organisation)}/${encodeURIComponent(token)}`

/**
 * Opens a session with a one-time token; undefined where it is unknown, used or lapsed. It is a full one: the
 * link is how somebody gets in who has lost what they sign in with.
 */
export const openByLink = (
  database: Database,
  coming: Coming,
  token: string,
): Promise<Opened | undefined> =>
  database.write(coming.organisationId, async (db) => {
    const link = { linkHash: hash(token), purpose: 'sign in', now: coming.now }
    const [person] = await useLink(db, link)
    if (person) return openSession(db, coming, { person, way: 'link', strength: 'full' })
    noteSignIn(db, coming, { what: 'sign in', outcome: 'refused: linkLapsed' })
    return undefined
  })
