import {
  type Coming,
  endOtherSessions,
  hash,
  noteSignIn,
  type Opened,
  openSession,
  type StrengthOf,
} from '#domain/sessions/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { noteSuccess } from './attempt.ts'
import { hashPassword, passwordFault } from '#domain/passwords/index.ts'
import { confirmPassword, isAskedAgain, ownOf, type NotConfirmed } from './confirm-password.ts'
import { dropResetLinks, getOwnPassword, putPassword } from './password-queries.ts'
import { findLinkUser, useLink } from './queries.ts'

/** What came of setting a password, where it was not set. */
export type NotSet = NotConfirmed | { readonly kind: 'unfit'; readonly fault: string }

/** What is typed to change one's password; the one before only where it is asked for. */
export interface Changing {
  readonly current: string
  readonly chosen: string
  /** The organisation's name and title, of which a password must not be made. */
  readonly organisation: readonly string[]
}

const changed = 'change password'

/** Whose password it is, and whether they must give the one they have before they set another. */
export const passwordToChange = (
  database: Database,
  actor: Actor,
): Promise<{ readonly email: string; readonly isCurrentAsked: boolean }> =>
  database.read(actor.organisationId, async (db) => {
    const own = await getOwnPassword(db, ownOf(actor))
    return { email: own.email, isCurrentAsked: isAskedAgain(own) }
  })

/**
 * Changes one's own password and ends one's other sessions. Whoever signed in by a link need not give the password
 * they have: they may have forgotten it.
 */
export async function changePassword(
  database: Database,
  coming: Coming,
  { actor, current, chosen, organisation }: Changing & { readonly actor: Actor },
): Promise<NotSet | { readonly kind: 'set' }> {
  const { organisationId } = actor
  const own = await database.read(organisationId, (db) => getOwnPassword(db, ownOf(actor)))
  const fault = passwordFault(chosen, { ...own, organisation })
  if (fault) return { kind: 'unfit', fault }
  const refused = await confirmPassword(database, coming, { actor, current, what: changed })
  if (refused) return refused
  const stored = await hashPassword(chosen)
  return database.write(organisationId, async (db) => {
    noteSuccess(db, coming, { userId: actor.id })
    const by = { userId: actor.id, fullName: own.fullName }
    await putAnew(db, coming, { by, stored, what: changed, keptId: actor.sessionId ?? null })
    return { kind: 'set' }
  })
}

interface SetAnew {
  readonly by: { readonly userId: number; readonly fullName: string }
  readonly stored: string
  readonly what: string
  readonly keptId: number | null
}

async function putAnew(
  db: Writing,
  coming: Coming,
  { by, stored, what, keptId }: SetAnew,
): Promise<void> {
  const { userId } = by
  void putPassword(db, { userId, hash: stored, now: coming.now })
  void dropResetLinks(db, { userId, now: coming.now })
  const ended = await endOtherSessions(db, { userId, keptId, now: coming.now })
  const particulars = { userId, sessionsEnded: ended.length }
  noteSignIn(db, coming, { what, by, particulars })
}

const link = (token: string, now: Date) => ({
  linkHash: hash(token),
  purpose: 'set password',
  now,
})

/** The e-mail address of whoever sets a password by a link; undefined where it can no longer be used. */
export const findResetAddress = (
  database: Database,
  { organisationId, now }: Pick<Coming, 'organisationId' | 'now'>,
  token: string,
): Promise<string | undefined> =>
  database.read(organisationId, async (db) => (await findLinkUser(db, link(token, now)))?.email)

/** Sets a password by a link, ends all sessions, and opens one; a second factor is still asked for, if there is one. */
export async function resetPassword(
  { database, strengthOf }: { readonly database: Database; readonly strengthOf: StrengthOf },
  coming: Coming,
  { token, chosen, organisation }: Omit<Changing, 'current'> & { readonly token: string },
): Promise<NotSet | { readonly kind: 'lapsed' } | ({ readonly kind: 'opened' } & Opened)> {
  const { organisationId, now } = coming
  const person = await database.read(organisationId, (db) => findLinkUser(db, link(token, now)))
  if (!person) return { kind: 'lapsed' }
  const fault = passwordFault(chosen, { ...person, organisation })
  if (fault) return { kind: 'unfit', fault }
  const stored = await hashPassword(chosen)
  return database.write(organisationId, async (db) => {
    const [used] = await useLink(db, link(token, now))
    if (!used) return { kind: 'lapsed' }
    const { userId } = used
    await putAnew(db, coming, { by: used, stored, what: 'reset password', keptId: null })
    noteSuccess(db, coming, { userId })
    const strength = await strengthOf(db, userId)
    const opened = await openSession(db, coming, { person: used, way: 'new password', strength })
    return opened ? { kind: 'opened', ...opened } : { kind: 'lapsed' }
  })
}
