import { settingsNow } from '#domain/organisations/index.ts'
import { noteSignIn, type Coming } from '#domain/sessions/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { byOf } from './factor.ts'
import {
  countFactors,
  deleteApp,
  deleteFactors,
  deletePasskey,
  findApp,
  listPasskeys,
  lockPerson,
} from './queries.ts'

/** What a person signs in with beside the password, what is left of their recovery codes, and what is asked of all. */
export const ownFactors = (database: Database, { organisationId, id: userId }: Actor) =>
  database.read(organisationId, async (db) => {
    const app = await findApp(db, { userId })
    const passkeys = await listPasskeys(db, { userId })
    const { codes } = await countFactors(db, { userId })
    const { secondFactor } = await settingsNow(db)
    return {
      app: app && { addedAt: app.addedAt, lastUsedAt: app.lastUsedAt },
      passkeys: passkeys.map(({ passkeyId, name, addedAt, lastUsedAt }) => ({
        passkeyId,
        name,
        addedAt,
        lastUsedAt,
      })),
      codesLeft: codes,
      wanted: secondFactor,
    }
  })

/** A factor of one's own: the authenticator app, or a passkey by its number. */
export type Which = 'app' | number

/** What came of removing a factor: the last stays where one is required. */
export type Removed = 'removed' | 'last' | 'none'

/** Removes one of one's own factors; with the last one go the recovery codes. */
export const removeFactor = (
  database: Database,
  coming: Coming,
  { actor, which }: { readonly actor: Actor; readonly which: Which },
): Promise<Removed> =>
  database.write(actor.organisationId, async (db): Promise<Removed> => {
    const userId = actor.id
    await lockPerson(db, { userId })
    const { apps, passkeys } = await countFactors(db, { userId })
    const isLast = apps + passkeys === 1
    const { secondFactor } = await settingsNow(db)
    if (isLast && secondFactor === 'required') return 'last'
    const removed = await deleteOne(db, userId, which)
    if (removed.length === 0) return 'none'
    if (isLast) void deleteFactors(db, { userId })
    const what = which === 'app' ? 'remove authenticator app' : 'remove passkey'
    noteSignIn(db, coming, { what, by: byOf(actor), particulars: { userId } })
    return 'removed'
  })

const deleteOne = (db: Writing, userId: number, which: Which): Promise<readonly unknown[]> =>
  which === 'app' ? deleteApp(db, { userId }) : deletePasskey(db, { userId, passkeyId: which })
