import { openSealed, seal, sealingKey } from './sealed-text.ts'
import type { SealingKey } from './sealed-text.ts'

/** What the token of a download address says: whose document it is, and which (contract 6.9). */
export interface DownloadClaims {
  readonly organisationId: string
  /** The document as the interface names it, a letter and digits. */
  readonly reference: string
}

/** Derives the key of download tokens from the master key. */
export function downloadTokenKey(masterKey: Uint8Array): SealingKey {
  return sealingKey(masterKey, 'download token')
}

/** Makes a token that fetches one document, as often as wished, until it lapses. */
export function makeDownloadToken(
  key: SealingKey,
  claims: DownloadClaims,
  expiresAt: Date,
): string {
  const seconds = Math.ceil(expiresAt.getTime() / 1000)
  return seal(key, [claims.organisationId, claims.reference, seconds])
}

/** Reads a token: its claims, or undefined when it is not ours or has lapsed. */
export function readDownloadToken(
  key: SealingKey,
  token: string,
  now: Date,
): DownloadClaims | undefined {
  const [organisationId, reference, expiresAt] = openSealed(key, token) ?? []
  if (!(Number(expiresAt) * 1000 > now.getTime())) return undefined
  return { organisationId: String(organisationId), reference: String(reference) }
}
