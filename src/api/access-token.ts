import { randomBytes } from 'node:crypto'
import { openSealed, seal, sealingKey } from './sealed-text.ts'
import type { SealingKey } from './sealed-text.ts'

/** What an access token says: whose it is and which key pair it was given to (contract 3.3). */
export interface AccessClaims {
  readonly organisationId: string
  readonly apiKeyId: string
}

/** The seconds that an access token lives (contract 3.3). */
export const accessTokenLife = 3600

/** Derives the key of access tokens from the master key. */
export function accessTokenKey(masterKey: Uint8Array): SealingKey {
  return sealingKey(masterKey, 'access token')
}

/** Makes a token that is good for an hour; each is different, and none is stored. */
export function makeAccessToken(key: SealingKey, claims: AccessClaims, now: Date): string {
  const expiresAt = Math.floor(now.getTime() / 1000) + accessTokenLife
  const nonce = randomBytes(9).toString('base64url')
  return seal(key, [claims.organisationId, claims.apiKeyId, expiresAt, nonce])
}

/** Reads a token: its claims, or undefined when it is not ours or has lapsed. */
export function readAccessToken(
  key: SealingKey,
  token: string,
  now: Date,
): AccessClaims | undefined {
  const [organisationId, apiKeyId, expiresAt] = openSealed(key, token) ?? []
  if (!(Number(expiresAt) * 1000 > now.getTime())) return undefined
  return { organisationId: String(organisationId), apiKeyId: String(apiKeyId) }
}

/** Writes the answer of `token`, one member on a line as recorded (contract 3.3). */
export function accessTokenReply(token: string): string {
  return `{\n"access_token" : "${token}",\n"token_type" : "Bearer",\n"expires_in" : ${accessTokenLife}\n}`
}
