import { after, hash, type Coming } from '#domain/sessions/index.ts'

/** For what something is asked of a browser. */
export type Purpose = 'authenticator app' | 'new passkey' | 'second factor' | 'sign in'

/** How long it may be answered, in milliseconds. */
export const challengeLife = 5 * 60_000

/** Which challenge is meant: by what it asked, for what, and in which session. */
export interface Meant {
  readonly challenge: string
  readonly purpose: Purpose
  readonly sessionId: number | null
}

/** A challenge as it is looked for. */
export const sought = ({ challenge, purpose, sessionId }: Meant, { now }: Pick<Coming, 'now'>) => ({
  challengeHash: hash(challenge),
  purpose,
  sessionId,
  now,
})

/** A challenge as it is kept: its hash, and until when it may be answered. */
export const kept = (meant: Meant, coming: Pick<Coming, 'now'>) => ({
  ...sought(meant, coming),
  expiresAt: after(coming.now, challengeLife),
})
