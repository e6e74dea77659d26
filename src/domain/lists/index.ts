export { pageOf, type Paged } from './page.ts'
export { place, startOf, writePlace, type Place } from './place.ts'
export { several } from './several.ts'
