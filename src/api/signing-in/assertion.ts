import { createHmac, timingSafeEqual } from 'node:crypto'
import { isAudienceAccepted } from './audience.ts'
import type { Audience } from './audience.ts'

/** A JWT of the token grant as it was read: nothing in it is proved yet. */
export interface Assertion {
  /** The API key that is said to have signed it. */
  readonly issuer: string
  readonly claims: Readonly<Record<string, unknown>>
  readonly signedText: string
  readonly signature: Uint8Array
}

/** What an assertion is held against. */
export interface AssertionTest {
  readonly secret: string
  readonly now: Date
  readonly audience: Audience
}

/** Reads an assertion in either Base64 alphabet, padded or not (contract 3.3), or gives undefined. */
export function readAssertion(text: string): Assertion | undefined {
  const received = asReceived(text)
  const segments = received.split('.').map(decode)
  const [header, payload, signature] = segments
  if (segments.length !== 3 || !signature || !isSigningKnown(readObject(header))) return undefined
  const claims = readObject(payload)
  const issuer = claims['iss']
  if (typeof issuer !== 'string') return undefined
  return { issuer, claims, signedText: received.slice(0, received.lastIndexOf('.')), signature }
}

/** Tells whether an assertion was signed with the secret, is of now and meant for here (contract 3.3). */
export function isAssertionGood(assertion: Assertion, test: AssertionTest): boolean {
  return (
    isSigned(assertion, test.secret) &&
    isCurrent(assertion.claims, test.now.getTime() / 1000) &&
    isAudienceAccepted(assertion.claims['aud'], test.audience)
  )
}

/** Form decoding makes a space of a `+` that was not percent-encoded (contract 3.3). */
function asReceived(text: string): string {
  return text.replaceAll('\r', '').replaceAll('\n', '').replaceAll(' ', '+')
}

const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/

function decode(segment: string): Buffer | undefined {
  return base64.test(segment) ? Buffer.from(segment, 'base64') : undefined
}

function readObject(json: Buffer | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json?.toString('utf8') ?? '')
    return typeof value === 'object' ? { ...value } : {}
  } catch {
    return {}
  }
}

function isSigningKnown(header: Record<string, unknown>): boolean {
  return header['alg'] === 'HS256'
}

function isSigned({ signedText, signature }: Assertion, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(signedText, 'ascii').digest()
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

const allowedAhead = 300
const allowedAge = 3600
const allowedLapse = 60

function isCurrent(claims: Assertion['claims'], now: number): boolean {
  const [issued, expires, begins] = [claims['iat'], claims['exp'], claims['nbf']].map(readSeconds)
  if (issued === undefined && expires === undefined) return false
  // A time that cannot be read is NaN, and fails every comparison.
  return (
    isPast(issued, now + allowedAhead) &&
    isPast(begins, now + allowedAhead) &&
    isPast(now, expires === undefined ? lastUse(issued) : expires + allowedLapse)
  )
}

function isPast(time: number | undefined, limit: number): boolean {
  return time === undefined || time <= limit
}

function lastUse(issued = 0): number {
  return issued + allowedAge
}

/** Unix seconds as a number or as text, undefined when not sent, NaN when neither. */
function readSeconds(claim: unknown): number | undefined {
  if (claim === undefined || claim === null) return undefined
  const isNumeric = typeof claim === 'string' && /^\s*\d{1,15}(?:\.\d{1,9})?\s*$/.test(claim)
  return typeof claim === 'number' || isNumeric ? Number(claim) : Number.NaN
}
