import { getNotices, markNoticesSeen } from '#domain/reminders/index.ts'
import { answersAddress } from '#web/caseworker/answers/addresses.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { notesAddress } from '#web/caseworker/notes/add-note.ts'
import { progressAddress } from '#web/caseworker/progress/addresses.ts'
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
      notices: notices.map(({ caseId, caseType, kind, text, createdAt, isSeen }) => ({
        ...placeOf(caseId, caseType, kind),
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

const ofAnswers: ReadonlySet<string> = new Set(['answer returned', 'answer to clear'])

/** Where a notice leads, and what that is called: the part of a case that it is about, else the case. */
function placeOf(caseId: number, caseType: string, kind: string) {
  const named = `case ${caseId}, ${caseType}`
  if (ofAnswers.has(kind)) return { name: `Answers of ${named}`, address: answersAddress(caseId) }
  if (kind === 'letter not delivered')
    return { name: `Letters of ${named}`, address: `${progressAddress(caseId)}#letters` }
  if (kind === 'mention') return { name: `Notes of ${named}`, address: notesAddress(caseId) }
  return { name: `Case ${caseId}, ${caseType}`, address: caseAddress(caseId) }
}

/** Marks as seen what is on the page, and nothing that has come since. */
export const markNoticesSeenAction: Action = {
  path: `${address}/:notice/seen`,
  operation: markNoticesSeen,
  next: () => address,
  banner: () => 'Marked as seen',
}
