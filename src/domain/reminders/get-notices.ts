import { operation } from '#kernel/operation.ts'
import { countUnseenNotices, listNotices } from './notice-queries.ts'
import { noticeText } from './wording.ts'
import { localOf } from './working-times.ts'

const noticesShown = 200

/** What the actor is told of their work, what is new first; a program is told nothing. */
export const getNotices = operation({
  name: 'getnotices',
  summary: 'Show my notices',
  effect: 'read',
  isWebOnly: true,
  permission: 'case.view',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, now }) {
    if (actor.kind !== 'user') return { notices: [], unseen: 0 }
    const own = { userId: actor.id }
    const [notices, { unseen }] = await Promise.all([
      listNotices(db, { ...own, most: noticesShown }),
      countUnseenNotices(db, own),
    ])
    const today = localOf(now).day
    return {
      unseen,
      notices: notices.map((notice) => ({
        noticeId: notice.noticeId,
        caseId: notice.caseId,
        caseType: notice.caseType,
        kind: notice.kind,
        text: noticeText(notice, today),
        createdAt: notice.createdAt,
        isSeen: notice.seenAt !== null,
      })),
    }
  },
})
