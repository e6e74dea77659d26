import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { admissionOf } from './clearer.ts'
import { listWaiting } from './queries.ts'

const answersShown = 200

/** The answers that the actor may clear now, what has waited longest first; a program clears none. */
export const listAnswersToClear = operation({
  name: 'listanswerstoclear',
  summary: 'List the answers that wait for me to clear them',
  effect: 'read',
  isWebOnly: true,
  permission: 'case.answer.clear',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    if (actor.kind !== 'user') return { answers: [], hasMore: false }
    const waiting = await listWaiting(db, {
      userId: actor.id,
      today: writeLocalDate(now),
      most: answersShown + 1,
    })
    const answers = waiting.slice(0, answersShown).flatMap(({ authors, members, ...answer }) => {
      const admission = admissionOf({ userId: actor.id, members, authors: new Set(authors) })
      return admission.isAdmitted ? { ...answer, onBehalfOf: admission.onBehalfOf?.name } : []
    })
    return { answers, hasMore: waiting.length > answersShown }
  },
})
