import { rightsIn } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { noteSignIn, type At, type Coming, type Known } from './coming.ts'
import {
  endSession,
  findSessionUser,
  insertSession,
  strengthenSession,
  touchSession,
} from './queries.ts'
import { after, hash, idleLife, newToken, sessionLife } from './token.ts'

/** How surely a session is its person's: after a password alone a second factor is still wanted. */
export type Strength = 'password' | 'full'

/** Says how surely somebody is known who gave their password: `full` where no second factor is wanted of them. */
export type StrengthOf = (db: Reading, userId: number) => Promise<Strength>

/** By what a session was opened. */
export type Way = 'password' | 'link' | 'new password' | 'passkey' | 'single sign-on'

interface Opening {
  readonly person: Known
  readonly way: Way
  readonly strength: Strength
}

/** A session that is open: its token, which the browser keeps, and how surely it is its person's. */
export interface Opened {
  readonly token: string
  readonly strength: Strength
}

/** Opens a session within a transaction and tells the audit; undefined where the person may sign in no longer. */
export async function openSession(
  db: Writing,
  coming: Coming,
  { person, way, strength }: Opening,
): Promise<Opened | undefined> {
  const token = newToken()
  const { now, device } = coming
  const [opened] = await insertSession(db, {
    sessionHash: hash(token),
    userId: person.userId,
    strength,
    way,
    device,
    now,
    expiresAt: after(now, sessionLife),
  })
  if (!opened) return undefined
  const particulars = { userId: person.userId, session: opened.sessionId, way, strength }
  noteSignIn(db, coming, { what: 'sign in', by: person, particulars })
  return { token, strength }
}

/** Makes a session full once the second factor was given, under a new token; undefined where it has ended meanwhile. */
export async function fulfilSession(
  db: Writing,
  coming: Coming,
  { token, person, factor }: { token: string; person: Known; factor: string },
): Promise<Opened | undefined> {
  const anew = newToken()
  const { now } = coming
  const [full] = await strengthenSession(db, {
    sessionHash: hash(token),
    newHash: hash(anew),
    userId: person.userId,
    now,
  })
  if (!full) return undefined
  const particulars = { userId: person.userId, session: full.sessionId, factor }
  noteSignIn(db, coming, { what: 'give second factor', by: person, particulars })
  return { token: anew, strength: 'full' }
}

/** Whoever is signed in, how surely, and when that ends whatever they do. */
export interface SignedIn {
  readonly actor: Actor
  readonly strength: Strength
  readonly expiresAt: Date
}

/** The person whose session it is; undefined where it has ended or lain idle for 30 minutes. */
export async function signedIn(
  database: Database,
  { organisationId, now }: At,
  token: string,
): Promise<SignedIn | undefined> {
  const sessionHash = hash(token)
  return database.write(organisationId, async (db) => {
    const idleSince = after(now, -idleLife)
    const person = await findSessionUser(db, { sessionHash, now, idleSince })
    if (!person) return undefined
    const rights = await rightsIn(db)
    void touchSession(db, { sessionHash, now })
    const actor = Object.freeze<Actor>({
      organisationId,
      kind: 'user',
      id: person.userId,
      name: person.fullName,
      permissions: rights.of(person),
      sessionId: person.sessionId,
    })
    const strength = person.strength === 'full' ? 'full' : 'password'
    return { actor, strength, expiresAt: person.expiresAt }
  })
}

/** Ends a session because its person signs out, or signs in anew; gives by what it was opened. */
export const closeSession = (
  database: Database,
  at: At,
  token: string,
): Promise<string | undefined> =>
  database.write(at.organisationId, async (db) => {
    const [by] = await endSession(db, { sessionHash: hash(token), now: at.now })
    if (!by) return undefined
    const particulars = { userId: by.userId, session: by.sessionId }
    noteSignIn(db, at, { what: 'sign out', by, particulars })
    return by.way
  })
