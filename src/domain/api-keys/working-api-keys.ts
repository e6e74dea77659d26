import type { KeyObject } from 'node:crypto'
import type { Database } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { newKeyHalf, sealSecret, unsealSecret, type ApiKey, type WayIn } from './api-key.ts'
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
        rows.map((row) => [row.key, opened(row, { organisationId, sealingKey })] as const),
      )
    }),
  )

type Row = Awaited<ReturnType<typeof listWorkingApiKeys>>[number]

interface Sealing {
  readonly organisationId: number
  readonly sealingKey: KeyObject
}

/** A pair whose secret cannot be opened fails the calls that name it, and no others. */
function opened(
  { sealedSecret, earlierSecret, earlierUntil, ...row }: Row,
  { organisationId, sealingKey }: Sealing,
): ApiKey {
  const open = (sealed: Buffer): string =>
    unsealSecret(sealingKey, { organisationId, key: row.key, sealed })
  try {
    const earlier =
      earlierSecret && earlierUntil
        ? { secret: open(earlierSecret), until: earlierUntil }
        : undefined
    return Object.freeze({ ...row, secret: open(sealedSecret), earlier })
  } catch (broken) {
    return Object.freeze<ApiKey>({
      ...row,
      earlier: undefined,
      get secret(): string {
        throw broken
      },
    })
  }
}

interface NewApiKey {
  readonly name: string
  readonly permittedAddresses: readonly string[]
  readonly now: Date
  readonly ways?: WayIn
  /** The person who may be shown the secret, once. */
  readonly secretFor?: number
  /** Only where a fixture must know the pair beforehand. */
  readonly pair?: { readonly key: string; readonly secret: string }
}

type Pair = Readonly<Required<NewApiKey>['pair']>

/** Makes a key pair; the secret is in the answer and nowhere else in clear. */
export const makeApiKey = (
  database: Database,
  sealingKey: KeyObject,
  { organisationId, ...wanted }: NewApiKey & { readonly organisationId: number },
): Promise<Pair> => database.write(organisationId, (db) => addApiKey(db, sealingKey, wanted))

/** The same within a transaction, with the number of the key. */
export async function addApiKey(
  db: Writing,
  sealingKey: KeyObject,
  { name, permittedAddresses, now, ways = 'both', secretFor, pair }: NewApiKey,
): Promise<Pair & { readonly apiKeyId: number }> {
  const { key, secret } = pair ?? { key: newKeyHalf(), secret: newKeyHalf() }
  const sealedSecret = sealSecret(sealingKey, { organisationId: db.organisationId, key, secret })
  const wanted = { key, sealedSecret, name, permittedAddresses, ways, now }
  const [made] = await insertApiKey(db, { ...wanted, secretFor: secretFor ?? null })
  return { key, secret, apiKeyId: made?.apiKeyId ?? 0 }
}
