import { getCaseNotes } from '#domain/notes/index.ts'
import { showPage } from '#web/layout/form-page.ts'
import type { ShowCase, ShownNote } from './show-case.view.ts'
import { showCaseView } from './show-case.view.ts'

/** The page of a case. */
export const showCasePage = showPage({
  path: '/cases/:caseId',
  view: showCaseView,
  async show(ask, parts, banner): Promise<ShowCase> {
    const theCase = await ask(getCaseNotes, parts)
    const address = `/cases/${theCase.caseId}`
    return {
      caseNumber: String(theCase.caseId),
      type: theCase.caseType,
      status: theCase.status,
      mainParty: theCase.mainParty ?? undefined,
      addNoteAddress: theCase.mayAddNote ? `${address}/notes/new` : undefined,
      notes: theCase.notes.map(shownNote),
      banner,
    }
  },
})

type Note = Awaited<ReturnType<(typeof getCaseNotes)['handle']>>['notes'][number]

const shownNote = (note: Note): ShownNote => ({
  kind: note.kind,
  author: note.author,
  addedAt: note.addedAt,
  text: note.body,
  isShownToCustomer: note.isVisibleToCustomer,
})
