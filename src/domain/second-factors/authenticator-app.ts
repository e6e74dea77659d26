import type { KeyObject } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '#platform/sealed-box.ts'

// what every authenticator app takes for granted (RFC 6238, and the way in which QR codes say it)
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** How many steps of time a clock may be off, either way. */
const drift = 1

/** A new secret for an authenticator app, in base 32: 160 bits. */
export const newAppSecret = (): string => new Secret({ size: 20 }).base32

/** The address that a QR code shows to an authenticator app. */
export const appAddress = (
  secret: string,
  { issuer, label }: { readonly issuer: string; readonly label: string },
): string => new TOTP({ ...usual, secret: Secret.fromBase32(secret), issuer, label }).toString()

/** The step of time of which a code is; undefined where it is of none of late. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const milliseconds = now.getTime()
  // typed in wide digits, as some keyboards do, it is the same code
  const token = code.normalize('NFKC').replaceAll(/\s/g, '')
  if (!/^[0-9]{6}$/.test(token)) return undefined
  const codes = new TOTP({ ...usual, secret: Secret.fromBase32(secret) })
  const off = codes.validate({ token, timestamp: milliseconds, window: drift })
  return off === null ? undefined : Math.floor(milliseconds / 1000 / usual.period) + off
}

/** Whose secret it is: sealed, it opens for nobody else. */
export interface Whose {
  readonly organisationId: number
  readonly userId: number
}

const boundTo = ({ organisationId, userId }: Whose) => `second factor ${organisationId} ${userId}`

/** Seals the secret of a person's authenticator app for storage. */
export const sealAppSecret = (key: KeyObject, whose: Whose, secret: string): Buffer =>
  seal(key, secret, boundTo(whose))

/** Opens it again; throws SealBroken where it was altered or moved. */
export const unsealAppSecret = (key: KeyObject, whose: Whose, sealed: Buffer): string =>
  unseal(key, sealed, boundTo(whose)).toString('utf8')
