import { type Coming } from '#domain/sessions/index.ts'
import { isPasswordOf } from '#domain/passwords/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import { beginAttempt, noteFailure, noteSuccess } from './attempt.ts'
import { getOwnPassword } from './password-queries.ts'

/** Why somebody was not taken for who they are. */
export type NotConfirmed =
  { readonly kind: 'wrong' } | { readonly kind: 'too many'; readonly until: Date }

/** What is typed to confirm who one is, and for what. */
export interface Confirming {
  readonly actor: Actor
  readonly current: string
  readonly what: string
}

/** An actor's session: whose it is, and its number. */
export const ownOf = ({ id, sessionId }: Actor) => ({ userId: id, sessionId: sessionId ?? 0 })

/** Must the password be given again? Not where there is none, nor after a link: it may be forgotten. */
export const isAskedAgain = ({ hash, way }: { hash: string | null; way: string }): boolean =>
  hash !== null && way !== 'link'

/** The e-mail address of a person who must give their password again before they change how they sign in; undefined of others. */
export const passwordAskedOf = (database: Database, actor: Actor): Promise<string | undefined> =>
  database.read(actor.organisationId, async (db) => {
    const own = await getOwnPassword(db, ownOf(actor))
    return isAskedAgain(own) ? own.email : undefined
  })

/** Confirms by the password, where it is asked for, that somebody is who signed in; undefined where they are. */
export async function confirmPassword(
  database: Database,
  coming: Coming,
  { actor, current, what }: Confirming,
): Promise<NotConfirmed | undefined> {
  const { organisationId } = actor
  const about = { subject: { userId: actor.id }, what }
  const own = await database.read(organisationId, (db) => getOwnPassword(db, ownOf(actor)))
  if (!isAskedAgain(own)) return undefined
  const until = await database.write(organisationId, (db) => beginAttempt(db, coming, about))
  if (until) return { kind: 'too many', until }
  const isRight = await isPasswordOf(own.hash, current)
  return database.write(organisationId, async (db) => {
    if (isRight) noteSuccess(db, coming, about.subject)
    else noteFailure(db, coming, about)
    return isRight ? undefined : { kind: 'wrong' }
  })
}
