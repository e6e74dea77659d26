import { randomBytes, type KeyObject } from 'node:crypto'
import { deriveKey } from '#platform/sealed-box.ts'
import { openSealed, seal } from './sealed-text.ts'

/** What an access token says: whose it is and which key pair it was given to (contract 3.3). */
export interface AccessClaims {
  readonly organisationId: number
  /** The public half of the pair. */
  readonly key: string
}

/** The seconds that an access token lives (contract 3.3). */
export const accessTokenLife = 3600

/** Derives the key of access tokens from the master key. */
export function accessTokenKey(masterKey: KeyObject): KeyObject {
  return deriveKey(masterKey, 'access token')
}

/** Makes a token that is good for an hour; each is different, and none is stored. */
export function makeAccessToken(key: KeyObject, claims: AccessClaims, now: Date): string {
  const expiresAt = Math.floor(now.getTime() / 1000) + accessTokenLife
  const nonce = randomBytes(9).toString('base64url')
  return seal(key, [claims.organisationId, claims.key, expiresAt, nonce])
}

/** Reads a token: its claims, or undefined when it is not ours or has lapsed. */
export function readAccessToken(
  key: KeyObject,
  token: string,
  now: Date,
): AccessClaims | undefined {
  const [organisationId, apiKey, expiresAt] = openSealed(key, token) ?? []
  if (!(Number(expiresAt) * 1000 > now.getTime())) return undefined
  return { organisationId: Number(organisationId), key: String(apiKey) }
}

/** Writes the answer of `token`, one member on a line as recorded (contract 3.3). */
export function accessTokenReply(token: string): string {
  return `{\n"access_token" : "${token}",\n"token_type" : "Bearer",\n"expires_in" : ${accessTokenLife}\n}`
}
