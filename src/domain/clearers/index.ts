import { listAnswersToClear } from './list-answers-to-clear.ts'

export { admissionOf, tellClearers, type Admission } from './clearer.ts'
export { listAnswersToClear }
export const operations = [listAnswersToClear]
