import { addCaseNote } from './add-case-note.ts'
import { findCase } from './find-case.ts'
import { getCaseHeader } from './get-case-header.ts'
import { getCaseOverview } from './get-case-overview.ts'
import { getNoteKinds } from './get-note-kinds.ts'

export { addCaseNote, findCase, getCaseHeader, getCaseOverview, getNoteKinds }
export { listNotes } from './queries.ts'
export const operations = [addCaseNote, findCase, getCaseHeader, getCaseOverview, getNoteKinds]
