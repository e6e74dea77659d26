import { addCaseNote } from './add-case-note.ts'

export { addCaseNote }
export { listNotes } from './queries.ts'
export const operations = [addCaseNote]
