import { getNotices, markNoticesSeen } from '#domain/reminders/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { showPage, type Action } from '#web/layout/form-page.ts'
import { noticesView } from './notices.view.ts'

const address = '/notices'

/** The page of what somebody is told of their work. */
export const noticesPage = showPage({
  path: address,
  view: noticesView,
  async show(ask, parts, { banner, csrfToken }) {
    const { notices, unseen } = await ask(getNotices, parts)
    const newest = Math.max(0, ...notices.map(({ noticeId }) => noticeId))
    return {
      notices: notices.map(({ caseId, text, createdAt, isSeen }) => ({
        caseNumber: String(caseId),
        caseAddress: caseAddress(caseId),
        text,
        createdAt,
        isSeen,
      })),
      seenAddress: unseen > 0 ? `${address}/${newest}/seen` : undefined,
      banner,
      csrfToken,
    }
  },
})

/** Marks as seen what is on the page, and nothing that has come since. */
export const markNoticesSeenAction: Action = {
  path: `${address}/:notice/seen`,
  operation: markNoticesSeen,
  next: () => address,
  banner: () => 'Marked as seen',
}
