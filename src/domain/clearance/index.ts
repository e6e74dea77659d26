import { amendAnswer } from './amend-answer.ts'
import { clearAnswer } from './clear-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { dropAnswer } from './drop-answer.ts'
import { endDeputy } from './end-deputy.ts'
import { getAnswers } from './get-answers.ts'
import { getDeputies } from './get-deputies.ts'
import { nameDeputy } from './name-deputy.ts'
import { returnAnswer } from './return-answer.ts'
import { startClearance } from './start-clearance.ts'
import { withdrawClearance } from './withdraw-clearance.ts'

export {
  amendAnswer,
  clearAnswer,
  draftAnswer,
  dropAnswer,
  endDeputy,
  getAnswers,
  getDeputies,
  nameDeputy,
  returnAnswer,
  startClearance,
  withdrawClearance,
}
export { unknownAnswer } from './errors.ts'
export { isClearanceGiven } from './facts.ts'
export const operations = [
  draftAnswer,
  amendAnswer,
  dropAnswer,
  startClearance,
  clearAnswer,
  returnAnswer,
  withdrawClearance,
  getAnswers,
  nameDeputy,
  endDeputy,
  getDeputies,
]
