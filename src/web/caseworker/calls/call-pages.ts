import { dropCallDraft } from '#domain/calls/index.ts'
import { findCase } from '#domain/notes/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { showPage } from '#web/layout/form-page.ts'
import type { Action } from '#web/layout/form-page.ts'
import { callAddress } from './addresses.ts'
import { callRecordedView } from './call-recorded.view.ts'

/** The page that shows the reference of a call that has been recorded. */
export const callRecordedPage = showPage({
  path: '/calls/:caseId/recorded',
  view: callRecordedView,
  async show(ask, parts) {
    await ask(findCase, parts)
    const { caseId = '' } = parts
    return { caseNumber: caseId, caseAddress: caseAddress(caseId) }
  },
})

/** The button that throws away a draft. */
export const dropDraftAction: Action = {
  path: '/calls/drafts/:draft/drop',
  operation: dropCallDraft,
  next: () => callAddress,
  banner: () => 'Draft thrown away',
}
