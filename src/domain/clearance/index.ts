import { amendAnswer } from './amend-answer.ts'
import { clearAnswer } from './clear-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { dropAnswer } from './drop-answer.ts'
import { getAnswers } from './get-answers.ts'
import { returnAnswer } from './return-answer.ts'
import { startClearance } from './start-clearance.ts'
import { withdrawClearance } from './withdraw-clearance.ts'

export {
  amendAnswer,
  clearAnswer,
  draftAnswer,
  dropAnswer,
  getAnswers,
  returnAnswer,
  startClearance,
  withdrawClearance,
}
export { clearedAnswer } from './cleared-answer.ts'
export { unknownAnswer } from './errors.ts'
export { clearanceFacts, type ClearanceFacts } from './facts.ts'
export const operations = [
  draftAnswer,
  amendAnswer,
  dropAnswer,
  startClearance,
  clearAnswer,
  returnAnswer,
  withdrawClearance,
  getAnswers,
]
