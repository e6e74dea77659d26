import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { listDeputies } from './deputy-queries.ts'

/** The actor's deputies, and from when until when they are. */
export const getDeputies = operation({
  name: 'getdeputies',
  summary: 'Show my deputies',
  effect: 'read',
  permission: 'case.answer.clear',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    if (actor.kind !== 'user') return { deputies: [] }
    const today = writeLocalDate(now)
    return { deputies: await listDeputies(db, { userId: actor.id, today }) }
  },
})
