import { attachToCall, detachFromCall, dropCallDraft, getCallFiles } from '#domain/calls/index.ts'
import { findCase } from '#domain/notes/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { UploadPage } from '#web/caseworker/documents/upload-pages.ts'
import { showPage } from '#web/layout/form-page.ts'
import type { Action } from '#web/layout/form-page.ts'
import { callAddress, callFilesAddress, stepAddress } from './addresses.ts'
import { callFilesView } from './call-files.view.ts'
import { callRecordedView } from './call-recorded.view.ts'
import { fileInWords } from './shown-call.ts'

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

/** The page on which files are attached to a draft, and taken off it. */
export const callFilesPage: UploadPage = {
  path: '/calls/drafts/:draft/documents',
  operation: attachToCall,
  async look(ask, parts) {
    const { draftId, files, ...told } = await ask(getCallFiles, parts)
    const shown = files.map((file) => ({
      text: fileInWords(file),
      detachAddress: `${callFilesAddress(draftId)}/${file.fileId}/remove`,
    }))
    const next = stepAddress({ Draft: String(draftId) })
    return (form, news) => callFilesView({ ...told, ...news, next, files: shown }, form)
  },
  next: ({ draft = '' }) => stepAddress({ Draft: draft }),
}

const detachFromCallAction: Action = {
  path: '/calls/drafts/:draft/documents/:callFile/remove',
  operation: detachFromCall,
  next: ({ draft = '' }) => callFilesAddress(draft),
  banner: () => 'Document taken off',
}

const dropDraftAction: Action = {
  path: '/calls/drafts/:draft/drop',
  operation: dropCallDraft,
  next: () => callAddress,
  banner: () => 'Draft thrown away',
}

/** The buttons that take a file off a draft, and throw a draft away. */
export const callActions = [detachFromCallAction, dropDraftAction]
