import type { KeyObject } from 'node:crypto'
import type { Database } from '#platform/database.ts'
import { newKeyHalf, sealSecret, unsealSecret, type ApiKey } from './api-key.ts'
import { insertApiKey, listWorkingApiKeys } from './queries.ts'

/** The working key pairs of an organisation by key, kept until one changes: checking costs no query. */
export const workingApiKeys = (
  database: Database,
  { organisationId, sealingKey }: { organisationId: number; sealingKey: KeyObject },
): Promise<ReadonlyMap<string, ApiKey>> =>
  database.memoryOf(organisationId).remember('api keys', () =>
    database.read(organisationId, async (db) => {
      const rows = await listWorkingApiKeys(db, {})
      return new Map(
        rows.map(({ sealedSecret, ...row }) => {
          const secret = unsealSecret(sealingKey, {
            organisationId,
            key: row.key,
            sealed: sealedSecret,
          })
          return [row.key, Object.freeze({ ...row, secret })]
        }),
      )
    }),
  )

interface NewApiKey {
  readonly organisationId: number
  readonly name: string
  readonly permittedAddresses: readonly string[]
  readonly now: Date
  /** Only where a fixture must know the pair beforehand. */
  readonly pair?: { readonly key: string; readonly secret: string }
}

/** Makes a key pair; the secret is in the answer and nowhere else in clear. */
export async function createApiKey(
  database: Database,
  sealingKey: KeyObject,
  { organisationId, name, permittedAddresses, now, pair }: NewApiKey,
): Promise<{ readonly key: string; readonly secret: string }> {
  const { key, secret } = pair ?? { key: newKeyHalf(), secret: newKeyHalf() }
  const sealedSecret = sealSecret(sealingKey, { organisationId, key, secret })
  await database.write(organisationId, (db) =>
    insertApiKey(db, { key, sealedSecret, name, permittedAddresses, now }),
  )
  return { key, secret }
}
