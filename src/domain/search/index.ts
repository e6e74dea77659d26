import { findPeople } from './find-people.ts'
import { getSearchFilters } from './get-search-filters.ts'
import { search } from './search.ts'

export { type Piece } from './excerpt.ts'
export { fillSearch, rebuildSearch } from './queries.ts'
export { findPeople, getSearchFilters, search }
export const operations = [findPeople, getSearchFilters, search]
