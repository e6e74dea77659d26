import { reply } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownSession } from './errors.ts'
import { endSessionNumbered } from './queries.ts'

const sessionNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** Ends a session of the actor's, or anybody's for those who manage sessions. */
export const endSession = operation({
  name: 'endsession',
  summary: 'End a session',
  effect: 'write',
  isWebOnly: true,
  permission: 'session.own',
  parameters: { session: required(sessionNumber, 'Session') },
  errors: [unknownSession],
  returns: reply<{ session: number }>('endsessionresponse', { session: 'session' }),
  examples: [{ Session: '7001' }],

  async handle({ input: { session }, db, actor, now, refuse, record }) {
    const userId = actor.permissions.has('session.manage') ? null : actor.id
    const [ended] = await endSessionNumbered(db, { sessionId: session, userId, now })
    if (!ended) throw refuse(unknownSession)
    record(undefined, { session, userId: ended.userId })
    return { session }
  },
})
