import { readableSecret } from '#domain/passwords/index.ts'
import { hash, noteSignIn, type Coming } from '#domain/sessions/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { byOf } from './factor.ts'
import { countFactors, lockPerson, replaceCodes } from './queries.ts'

const howMany = 10

/** What is stored of a recovery code, however it was typed. */
export const hashOfCode = (typed: string): Buffer =>
  hash(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))

/** Makes new recovery codes of a person within a transaction; they are in the answer and nowhere else in clear. */
export function makeCodes(db: Writing, userId: number): readonly string[] {
  const codes = Array.from({ length: howMany }, readableSecret)
  const hashes = codes.map((code) => hashOfCode(code).toString('hex'))
  void replaceCodes(db, { userId, hashes })
  return codes
}

/** The recovery codes of whoever has just set up their first factor; undefined where there are some already. */
export const firstCodes = async (
  db: Writing,
  userId: number,
): Promise<readonly string[] | undefined> =>
  (await countFactors(db, { userId })).codes === 0 ? makeCodes(db, userId) : undefined

/** Makes one's recovery codes anew; undefined for whoever has no second factor that they could stand in for. */
export const makeCodesAnew = (
  database: Database,
  coming: Coming,
  actor: Actor,
): Promise<readonly string[] | undefined> =>
  database.write(actor.organisationId, async (db) => {
    await lockPerson(db, { userId: actor.id })
    const { apps, passkeys } = await countFactors(db, { userId: actor.id })
    if (apps + passkeys === 0) return undefined
    const codes = makeCodes(db, actor.id)
    const particulars = { userId: actor.id }
    noteSignIn(db, coming, { what: 'make recovery codes', by: byOf(actor), particulars })
    return codes
  })
