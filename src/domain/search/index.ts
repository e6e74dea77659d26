import { getSearchFilters } from './get-search-filters.ts'
import { search } from './search.ts'

export { type Piece } from './excerpt.ts'
export { fillSearch, rebuildSearch } from './queries.ts'
export { getSearchFilters, search }
export const operations = [getSearchFilters, search]
