import { operation } from '#kernel/operation.ts'
import { shownSessions } from './shown-sessions.ts'

/** The actor's own sessions that are open; a program has none. */
export const getSessions = operation({
  name: 'getsessions',
  summary: 'Show my sessions',
  effect: 'read',
  isWebOnly: true,
  permission: 'session.own',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    if (actor.kind !== 'user') return { sessions: [] }
    return { sessions: await shownSessions(db, { actor, userId: actor.id, now }) }
  },
})
