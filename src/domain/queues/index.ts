import { assignCases } from './assign-cases.ts'
import { getBulkChange } from './get-bulk-change.ts'
import { getChosenCases } from './get-chosen-cases.ts'
import { getMyWork } from './get-my-work.ts'
import { getSavedFilter } from './get-saved-filter.ts'
import { listQueue } from './list-queue.ts'
import { removeFilter } from './remove-filter.ts'
import { saveFilter } from './save-filter.ts'
import { undoBulkChange } from './undo-bulk-change.ts'

export {
  assignCases,
  getBulkChange,
  getChosenCases,
  getMyWork,
  getSavedFilter,
  listQueue,
  removeFilter,
  saveFilter,
  undoBulkChange,
}
export const operations = [
  getMyWork,
  listQueue,
  getSavedFilter,
  saveFilter,
  removeFilter,
  getChosenCases,
  assignCases,
  getBulkChange,
  undoBulkChange,
]
