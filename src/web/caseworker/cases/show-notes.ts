import { getCaseOverview } from '#domain/notes/index.ts'
import { caseAddress } from './case-actions.ts'
import { casePage } from './case-page.ts'
import { showNotesView } from './show-notes.view.ts'
import type { ShownNote } from './shown-case.ts'

type Overview = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>

/** The page with a case's notes. */
export const showNotesPage = casePage({
  path: '/cases/:caseId/notes',
  part: 'notes',
  view: showNotesView,
  async show(ask, parts, { banner }) {
    const { caseId, notes, mayAddNote } = await ask(getCaseOverview, parts)
    return {
      caseNumber: String(caseId),
      banner,
      addNoteAddress: mayAddNote ? `${caseAddress(caseId)}/notes/new` : undefined,
      notes: notes.map(shownNote),
    }
  },
})

const shownNote = (note: Overview['notes'][number]): ShownNote => ({
  kind: note.kind,
  author: note.author,
  addedAt: note.addedAt,
  text: note.body,
  isShownToCustomer: note.isVisibleToCustomer,
})
