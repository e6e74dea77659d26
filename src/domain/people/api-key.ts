import { randomInt, type KeyObject } from 'node:crypto'
import { seal, unseal } from '#platform/sealed-box.ts'

/** A key pair of a program, as the faces check it. The secret never leaves the process. */
export interface ApiKey {
  readonly apiKeyId: number
  readonly key: string
  readonly secret: string
  readonly name: string
  /** Addresses and CIDR ranges it works from; from anywhere when empty. */
  readonly permittedAddresses: readonly string[]
}

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
