import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Gives the token that a form of this session carries; takes the server's secret and the session's id. */
export const csrfToken = (secret: string | Uint8Array, sessionId: string): string =>
  digest(secret, sessionId).toString('base64url')

/** Gives the token of one drawing of a form: the session's, and a mark by which a form sent twice is known. */
export const markedToken = (token: string): string =>
  `${token}.${randomBytes(12).toString('base64url')}`

/** Gives the mark in the token of a form that was sent; undefined where it carries none. */
export const markIn = (token: string | undefined): string | undefined =>
  /^[^.]+\.([\w-]{16,64})$/.exec(token ?? '')?.[1]

/** Says, in constant time, whether a form's token belongs to this session. */
export const isCsrfTokenOf = (
  secret: string | Uint8Array,
  sessionId: string,
  token: unknown,
): boolean => {
  if (typeof token !== 'string') return false
  const expected = Buffer.from(csrfToken(secret, sessionId))
  const received = Buffer.from(token.split('.')[0] ?? '')
  return expected.length === received.length && timingSafeEqual(expected, received)
}

// The word before the id keeps this digest apart from any other made with the same secret.
const digest = (secret: string | Uint8Array, sessionId: string): Buffer =>
  createHmac('sha256', secret).update(`csrf:${sessionId}`).digest()
