import { addCaseNote } from './add-case-note.ts'
import { getCaseOverview } from './get-case-overview.ts'
import { getNoteKinds } from './get-note-kinds.ts'

export { addCaseNote, getCaseOverview, getNoteKinds }
export { listNotes } from './queries.ts'
export const operations = [addCaseNote, getCaseOverview, getNoteKinds]
