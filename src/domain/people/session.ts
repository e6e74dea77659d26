import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import { rightsIn } from '#domain/access/index.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import {
  endSession,
  findSessionUser,
  findUserByEmail,
  insertSignInLink,
  redeemSignInLink,
  touchSession,
} from './queries.ts'

const minutes = 60_000
const linkLife = 10 * minutes
const sessionLife = 12 * 60 * minutes
const idleLife = 30 * minutes

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()
const newToken = (): string => randomBytes(32).toString('base64url')
const after = (moment: Date, milliseconds: number): Date =>
  new Date(moment.getTime() + milliseconds)

/** Where and when a person signs in. */
export interface At {
  readonly organisationId: number
  readonly now: Date
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
  const token = newToken()
  await insertSignInLink(db, {
    linkHash: hash(token),
    userId,
    now,
    expiresAt: after(now, linkLife),
  })
  return { token, userId }
}

/** The address of a sign-in link, below that of the server; takes the organisation's name and the token. */
export const signInAddress = (organisation: string, token: string): string =>
  `/sign-in/${encodeURIComponent(organisation)}/${encodeURIComponent(token)}`

/** Opens a session with a one-time token; undefined where it is unknown, used or lapsed. */
export async function openSession(
  database: Database,
  { organisationId, now }: At,
  token: string,
): Promise<string | undefined> {
  const session = newToken()
  const opened = await database.write(organisationId, (db) =>
    redeemSignInLink(db, {
      linkHash: hash(token),
      sessionHash: hash(session),
      now,
      expiresAt: after(now, sessionLife),
    }),
  )
  return opened.length > 0 ? session : undefined
}

/** The person whose session it is, as an actor; undefined where it has ended or lain idle for 30 minutes. */
export async function sessionActor(
  database: Database,
  { organisationId, now }: At,
  session: string,
): Promise<Actor | undefined> {
  const sessionHash = hash(session)
  return database.write(organisationId, async (db) => {
    const idleSince = after(now, -idleLife)
    const person = await findSessionUser(db, { sessionHash, now, idleSince })
    if (!person) return undefined
    void touchSession(db, { sessionHash, now })
    return Object.freeze({
      organisationId,
      kind: 'user',
      id: person.userId,
      name: person.fullName,
      permissions: (await rightsIn(db)).of(person),
    })
  })
}

/** Ends a session. */
export async function closeSession(
  database: Database,
  { organisationId, now }: At,
  session: string,
): Promise<void> {
  await database.write(organisationId, (db) => endSession(db, { sessionHash: hash(session), now }))
}
