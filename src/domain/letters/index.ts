import { addLetter } from './add-letter.ts'
import { amendLetterDraft } from './amend-letter-draft.ts'
import { dropLetter } from './drop-letter.ts'
import { getLetterDrafts } from './get-letter-drafts.ts'
import { sendLetter } from './send-letter.ts'

export { addLetter, amendLetterDraft, dropLetter, getLetterDrafts, sendLetter }
export type { SentLetter } from './send-letter.ts'
export { letterSettled, unknownLetter } from './draft.ts'
export { isMergeField, mergeFields, mergePrefixes, namesToMerge } from './merge.ts'
export { readTemplate, writeTemplate, type LetterTemplate, type ReadTemplate } from './template.ts'
export {
  letterNames,
  letterTemplates,
  listLetterTemplates,
  saveTemplate,
} from './template-queries.ts'
export { letterInLog } from './template-in-log.ts'
export const operations = [addLetter, amendLetterDraft, sendLetter, dropLetter, getLetterDrafts]
