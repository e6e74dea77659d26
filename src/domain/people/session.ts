import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import { permissionsOf } from '#domain/access/index.ts'
import type { Database } from '#platform/database.ts'
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
export async function createSignInToken(
  database: Database,
  { organisationId, now }: At,
  email: string,
): Promise<string | undefined> {
  return database.write(organisationId, async (db) => {
    const person = await findUserByEmail(db, { email })
    if (!person) return undefined
    const token = newToken()
    await insertSignInLink(db, {
      linkHash: hash(token),
      userId: person.userId,
      now,
      expiresAt: after(now, linkLife),
    })
    return token
  })
}

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
      permissions: permissionsOf(person.role),
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
