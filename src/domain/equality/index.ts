export {
  equalityAnswer,
  equalityQuestions,
  withdrawnAnswer,
  type EqualityAnswer,
  type EqualityQuestion,
} from './answer.ts'
export { handInAnswers } from './hand-in-answers.ts'
