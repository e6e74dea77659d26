import { addCaseNote, getNoteKinds } from '#domain/notes/index.ts'
import { formPage } from '#web/layout/form-page.ts'
import { addNoteView } from './add-note.view.ts'

/** The page on which a note is added to a case. */
export const addNotePage = formPage({
  path: '/cases/:caseId/notes/new',
  view: addNoteView,
  operation: addCaseNote,
  async show(ask, parts) {
    const { caseId, kinds } = await ask(getNoteKinds, parts)
    return { caseNumber: String(caseId), caseAddress: `/cases/${caseId}`, kinds }
  },
  next: ({ caseId = '' }) => `/cases/${encodeURIComponent(caseId)}/notes`,
  banner: 'Note added',
})
