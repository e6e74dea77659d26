import { type Coming, type Opened, openSession, type StrengthOf } from '#domain/sessions/index.ts'
import type { Database } from '#platform/database.ts'
import { beginAttempt, noteFailure, noteSuccess, type Subject } from './attempt.ts'
import { isPasswordOf, isPossible } from '#domain/passwords/index.ts'
import { findPerson } from './password-queries.ts'

/** What was typed to sign in. */
export interface Credentials {
  /** An e-mail address or a user name. */
  readonly name: string
  readonly password: string
}

/** What came of signing in; nobody can tell a wrong password from a person who is not there. */
export type SigningIn =
  | ({ readonly kind: 'opened' } & Opened)
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too many'; readonly until: Date }

const what = 'sign in'

/** Signs in with a password. It is checked outside of any transaction: that takes its time. */
export async function signInWithPassword(
  { database, strengthOf }: { readonly database: Database; readonly strengthOf: StrengthOf },
  coming: Coming,
  { name, password }: Credentials,
): Promise<SigningIn> {
  const { organisationId } = coming
  const begun = await database.write(organisationId, async (db) => {
    const person = await findPerson(db, { name: name.trim() })
    const subject: Subject = person ? { userId: person.userId } : { typed: name.trim() }
    return { person, subject, until: await beginAttempt(db, coming, { subject, what }) }
  })
  const { person, subject, until } = begun
  if (until) return { kind: 'too many', until }
  const isRight = await isPasswordOf(
    isPossible(password) ? (person?.hash ?? null) : null,
    isPossible(password) ? password : '',
  )
  return database.write(organisationId, async (db) => {
    const strength = person && isRight ? await strengthOf(db, person.userId) : undefined
    const opened =
      person && strength && (await openSession(db, coming, { person, way: 'password', strength }))
    if (!opened) {
      noteFailure(db, coming, { subject, what })
      return { kind: 'wrong' }
    }
    noteSuccess(db, coming, { userId: person.userId })
    return { kind: 'opened', ...opened }
  })
}
