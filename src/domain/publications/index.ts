import { movePublication } from './move-publication.ts'
import { takeBackPublication } from './take-back-publication.ts'

export { nothingWaits } from './errors.ts'
export { movePublication, takeBackPublication }
export const operations = [movePublication, takeBackPublication]
