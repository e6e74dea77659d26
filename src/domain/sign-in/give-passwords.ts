import { type At, noteSignIn } from '#domain/sessions/index.ts'
import type { Database } from '#platform/database.ts'
import { hashPassword, readableSecret } from '#domain/passwords/index.ts'
import { listPeopleWithoutPassword, putPassword } from './password-queries.ts'

/** A person and the password they were given. */
export interface GivenPassword {
  readonly email: string
  readonly fullName: string
  readonly role: string
  readonly password: string
}

/** Gives a random password to everybody of an organisation who has none; for demonstrations only. */
export async function givePasswords(
  database: Database,
  { organisationId, now }: At,
): Promise<readonly GivenPassword[]> {
  const people = await database.read(organisationId, (db) => listPeopleWithoutPassword(db, {}))
  const given = await Promise.all(
    people.map(async (person) => {
      const password = readableSecret()
      return { ...person, password, hash: await hashPassword(password) }
    }),
  )
  await database.write(organisationId, async (db) => {
    for (const { userId, hash } of given) {
      void putPassword(db, { userId, hash, now })
      noteSignIn(db, { now }, { what: 'give demonstration password', particulars: { userId } })
    }
  })
  return given.map(({ email, fullName, role, password }) => ({ email, fullName, role, password }))
}
