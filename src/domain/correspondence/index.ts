import { getCaseCorrespondence } from './get-case-correspondence.ts'

export { correspondenceReference, mediaTypeOf } from './correspondence.ts'
export { findCorrespondence, listCorrespondence } from './queries.ts'
export { renderCorrespondence } from './render.ts'
export { getCaseCorrespondence }
export const operations = [getCaseCorrespondence]
