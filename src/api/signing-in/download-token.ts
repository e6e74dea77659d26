import type { KeyObject } from 'node:crypto'
import { deriveKey } from '#platform/sealed-box.ts'
import { openSealed, seal } from './sealed-text.ts'

/** What the token of a download address says: whose document it is, and which (contract 6.9). */
export interface DownloadClaims {
  readonly organisationId: number
  /** The document as the interface names it, a letter and digits. */
  readonly reference: string
}

/** Derives the key of download tokens from the master key. */
export function downloadTokenKey(masterKey: KeyObject): KeyObject {
  return deriveKey(masterKey, 'download token')
}

/** Makes a token that fetches one document, as often as wished, until it lapses. */
export function makeDownloadToken(key: KeyObject, claims: DownloadClaims, expiresAt: Date): string {
  const seconds = Math.ceil(expiresAt.getTime() / 1000)
  return seal(key, [claims.organisationId, claims.reference, seconds])
}

/** Reads a token: its claims, or undefined when it is not ours or has lapsed. */
export function readDownloadToken(
  key: KeyObject,
  token: string,
  now: Date,
): DownloadClaims | undefined {
  const [organisationId, reference, expiresAt] = openSealed(key, token) ?? []
  if (!(Number(expiresAt) * 1000 > now.getTime())) return undefined
  return { organisationId: Number(organisationId), reference: String(reference) }
}
