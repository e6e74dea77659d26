import { operation } from '#kernel/operation.ts'
import { shownSessions } from './shown-sessions.ts'

/** Everybody's sessions that are open. */
export const getEverySession = operation({
  name: 'geteverysession',
  summary: 'Show who is signed in',
  effect: 'read',
  isWebOnly: true,
  permission: 'session.manage',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    return { sessions: await shownSessions(db, { actor, userId: null, now }) }
  },
})
