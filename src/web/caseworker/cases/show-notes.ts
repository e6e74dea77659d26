import { getCaseOverview } from '#domain/notes/index.ts'
import { papersOfMerged } from '#web/caseworker/merging/shown-merging.ts'
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
    const theCase = await ask(getCaseOverview, parts)
    const { caseId, notes, mayAddNote } = theCase
    return {
      caseNumber: String(caseId),
      banner,
      addNoteAddress: mayAddNote ? `${caseAddress(caseId)}/notes/new` : undefined,
      notes: notes.map(shownNote),
      merged: papersOfMerged(theCase),
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
