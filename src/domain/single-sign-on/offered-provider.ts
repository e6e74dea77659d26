import type { Database } from '#platform/database.ts'
import { findProvider } from './queries.ts'

/** What the page to sign in offers beside a password, or in its place. */
export interface OfferedProvider {
  readonly label: string
  /** May people sign in with a password or a passkey too? */
  readonly admitsOtherWays: boolean
}

/** The provider with which people of an organisation can sign in, kept until that changes; undefined where there is none. */
export const offeredProvider = (
  database: Database,
  organisationId: number,
): Promise<OfferedProvider | undefined> =>
  database.memoryOf(organisationId).remember('sign-in provider', () =>
    database.read(organisationId, async (db) => {
      const found = await findProvider(db, {})
      if (!found?.isOn) return undefined
      const { label, admitsOtherWays } = found
      return Object.freeze({ label, admitsOtherWays })
    }),
  )
