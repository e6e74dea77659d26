export { openingStages, targetDaysOf, targetDeadline } from './opening.ts'
export type {
  AssignmentRule,
  ClearanceChain,
  ClearanceStep,
  Condition,
  DatedThing,
  DeadlineBasis,
  DeadlineSpec,
  Ending,
  LatePapers,
  LeadsTo,
  LetterSpec,
  Procedure,
  ProcedureStage,
  Recipient,
  RelativeDay,
  Reminder,
  Reopening,
  StageOutcome,
  TaskSpec,
  Track,
  WarningPoint,
} from './procedure.ts'
export { completeProcedure, contradictions, givenProcedureOf } from './read-procedure.ts'
export {
  collectFaults,
  flagOf,
  listOf,
  numberOf,
  objectOf,
  textLike,
  textOf,
  wordOf,
  type Reader,
} from './shape.ts'
export { shorthandShape, usualStatus } from './shorthand.ts'
