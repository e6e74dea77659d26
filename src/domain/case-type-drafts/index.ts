import { discardDraft } from './discard-draft.ts'
import { exportFile } from './export-file.ts'
import { getDraft } from './get-draft.ts'
import { importDraft } from './import-draft.ts'
import { listCaseTypes } from './list-case-types.ts'
import { moveDraftPart } from './move-part.ts'
import { newDraft } from './new-draft.ts'
import { publishDraft } from './publish-draft.ts'
import { removeDraftPart } from './remove-part.ts'
import { saveDraftDefinition } from './save-definition.ts'
import { saveDraftDetails } from './save-details.ts'
import { startDraft } from './start-draft.ts'

export { compact, linesOf, overwrite, procedureIn, stageLists, type Members } from './definition.ts'
export type { PartPath } from './part-tree.ts'
export { changeDraft, changedDraft, draftNamed, type Changing } from './draft.ts'
export {
  draftExists,
  flawed,
  unknownDraftPart,
  unknownPublishedType,
  unknownTypeDraft,
} from './errors.ts'
export { insertDraft } from './queries.ts'
export { listAt, listPath, partPath, placeOf } from './part-path.ts'
export {
  discardDraft,
  exportFile,
  getDraft,
  importDraft,
  listCaseTypes,
  moveDraftPart,
  newDraft,
  publishDraft,
  removeDraftPart,
  saveDraftDefinition,
  saveDraftDetails,
  startDraft,
}
export const operations = [
  listCaseTypes,
  getDraft,
  startDraft,
  newDraft,
  importDraft,
  saveDraftDetails,
  moveDraftPart,
  removeDraftPart,
  publishDraft,
  discardDraft,
  saveDraftDefinition,
  exportFile,
]
