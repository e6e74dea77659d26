import { assignCases } from './assign-cases.ts'
import { closeCases } from './close-cases.ts'
import { getBulkChange } from './get-bulk-change.ts'
import { getCasesToClose } from './get-cases-to-close.ts'
import { getCasesToTag } from './get-cases-to-tag.ts'
import { getChosenCases } from './get-chosen-cases.ts'
import { tagCases } from './tag-cases.ts'
import { undoBulkChange } from './undo-bulk-change.ts'

export {
  assignCases,
  closeCases,
  getBulkChange,
  getCasesToClose,
  getCasesToTag,
  getChosenCases,
  tagCases,
  undoBulkChange,
}
export const operations = [
  getChosenCases,
  assignCases,
  getCasesToTag,
  tagCases,
  getCasesToClose,
  closeCases,
  getBulkChange,
  undoBulkChange,
]
