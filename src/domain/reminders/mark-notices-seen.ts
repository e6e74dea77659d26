import { reply } from '#kernel/answer.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { markSeen } from './notice-queries.ts'

const noticeNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** Marks the actor's notices as seen, up to the newest that was shown and with it. */
export const markNoticesSeen = operation({
  name: 'marknoticesseen',
  summary: 'Mark my notices as seen',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.view',
  parameters: { notice: required(noticeNumber, 'The newest notice seen') },
  errors: [],
  returns: reply<{ count: number }>('marknoticesseenresponse', { count: 'count' }),
  examples: [{ Notice: '1' }],

  async handle({ input, db, actor, now }) {
    if (actor.kind !== 'user') return { count: 0 }
    const seen = await markSeen(db, { userId: actor.id, upTo: input.notice, now })
    return { count: seen.length }
  },
})
