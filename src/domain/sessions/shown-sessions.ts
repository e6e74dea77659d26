import type { Actor } from '#kernel/actor.ts'
import type { Reading } from '#platform/statement.ts'
import { listSessions } from './queries.ts'
import { after, idleLife } from './token.ts'

/** For whom sessions are shown, and whose: those of one person, or of everybody. */
export interface ForWhom {
  readonly actor: Actor
  readonly userId: number | null
  readonly now: Date
}

/** The sessions that are open, the one in which they are asked for marked. */
export async function shownSessions(db: Reading, { actor, userId, now }: ForWhom) {
  const open = await listSessions(db, { userId, now, idleSince: after(now, -idleLife) })
  return open.map((session) => ({ ...session, isThis: session.sessionId === actor.sessionId }))
}
