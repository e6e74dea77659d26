import { addCaseNote, getNoteKinds } from '#domain/notes/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { addNoteView } from './add-note.view.ts'

/** The address of a case's notes. */
export const notesAddress = (caseId: number | string): string => `${caseAddress(caseId)}/notes`

/** The page on which a note is added to a case. */
export const addNotePage = formPage({
  path: '/cases/:caseId/notes/new',
  view: addNoteView,
  operation: addCaseNote,
  async show(ask, parts) {
    const { caseId, ...choices } = await ask(getNoteKinds, parts)
    return { caseNumber: String(caseId), caseAddress: caseAddress(caseId), ...choices }
  },
  sent: ({ Mention = '', ...typed }, parts) => ({ ...withMention(typed, Mention), ...parts }),
  next: ({ caseId = '' }) => notesAddress(caseId),
  banner: 'Note added',
})

/** Whoever is chosen is mentioned as they would be by writing it: in the note, for all to see. */
const withMention = ({ Notes = '', ...typed }: Typed, mention: string): Typed => ({
  ...typed,
  Notes: mention === '' || Notes.trim() === '' ? Notes : `${Notes}\n\n@${mention}`,
})
