import { addCaseNote } from './add-case-note.ts'
import { getCaseNotes } from './get-case-notes.ts'
import { getNoteKinds } from './get-note-kinds.ts'

export { addCaseNote, getCaseNotes, getNoteKinds }
export { listNotes } from './queries.ts'
export const operations = [addCaseNote, getCaseNotes, getNoteKinds]
