import { createHash, randomBytes } from 'node:crypto'

const minutes = 60_000

/** How long a session lasts at most, in milliseconds. */
export const sessionLife = 12 * 60 * minutes
/** How long a session lasts in which nothing is asked. */
export const idleLife = 30 * minutes

/** What is stored of a token: whoever reads the table can use none. */
export const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new token: 256 bits that nobody can guess. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The moment so many milliseconds later. */
export const after = (moment: Date, milliseconds: number): Date =>
  new Date(moment.getTime() + milliseconds)
