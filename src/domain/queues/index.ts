import { getMyWork } from './get-my-work.ts'
import { getSavedFilter } from './get-saved-filter.ts'
import { listQueue } from './list-queue.ts'
import { removeFilter } from './remove-filter.ts'
import { saveFilter } from './save-filter.ts'

export { getMyWork, getSavedFilter, listQueue, removeFilter, saveFilter }
export const operations = [getMyWork, listQueue, getSavedFilter, saveFilter, removeFilter]
