import { randomInt, type KeyObject } from 'node:crypto'
import type { Kept } from '#domain/change-log/index.ts'
import { markOfAll } from '#domain/seen/index.ts'
import { seal, unseal } from '#platform/sealed-box.ts'

/** How a key may sign in: by signed calls (contract 3.2), by tokens (3.3), or by both. */
export const waysIn = ['both', 'signatures', 'tokens'] as const
export type WayIn = (typeof waysIn)[number]

/** A key pair of a program, as the faces check it. The secret never leaves the process. */
export interface ApiKey {
  readonly apiKeyId: number
  readonly key: string
  readonly secret: string
  /** The secret before, good until a moment. */
  readonly earlier: { readonly secret: string; readonly until: Date } | undefined
  readonly name: string
  /** Addresses and CIDR ranges it works from; from anywhere when empty. */
  readonly permittedAddresses: readonly string[]
  readonly ways: WayIn
}

/** The secrets that are good at a moment: the present one first. */
export const goodSecrets = ({ secret, earlier }: ApiKey, now: Date): readonly string[] =>
  earlier && now < earlier.until ? [secret, earlier.secret] : [secret]

/** A new half of a pair: 25 lower-case hexadecimal digits (contract 3.1). */
export const newKeyHalf = (): string =>
  Array.from({ length: 25 }, () => randomInt(16).toString(16)).join('')

const boundTo = (organisationId: number, key: string) => `api-key ${organisationId} ${key}`

/** Seals a secret for storage; it opens only for the same organisation and key. */
export const sealSecret = (
  sealingKey: KeyObject,
  { organisationId, key, secret }: { organisationId: number; key: string; secret: string },
): Buffer => seal(sealingKey, secret, boundTo(organisationId, key))

/** Opens a stored secret; throws SealBroken where it was altered or moved. */
export const unsealSecret = (
  sealingKey: KeyObject,
  { organisationId, key, sealed }: { organisationId: number; key: string; sealed: Buffer },
): string => unseal(sealingKey, sealed, boundTo(organisationId, key)).toString('utf8')

/** What is said of a key beside its secret. */
type SaidOfKey = Parameters<typeof keptOfKey>[0]

/** Tells later whether somebody has changed a key since it was shown. */
export const markOfKey = (key: SaidOfKey): string => markOfAll(keptOfKey(key))

/** What the change log keeps of a key. */
export const keptOfKey = (key: {
  readonly name: string
  readonly permittedAddresses: readonly string[]
  readonly ways: WayIn
  readonly isRevoked?: boolean
}): NonNullable<Kept> => ({
  name: key.name,
  'allowed addresses': key.permittedAddresses,
  'signs in by': key.ways,
  works: key.isRevoked !== true,
})
