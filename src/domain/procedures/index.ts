export { checkFlow } from './check-flow.ts'
export { checkProcedure } from './check-procedure.ts'
export {
  allLacking,
  conditionInWords,
  lacking,
  namesIn,
  needsFor,
  type CaseFacts,
  type FurtherNames,
  type NameOf,
  type Need,
} from './lacking.ts'
export { isSameLanguage } from './language.ts'
export { openingStages, ruleOfBasis, targetDaysOf, targetDeadline } from './opening.ts'
export { isWithinArea } from './postcode-area.ts'
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
  OwnEvent,
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
export {
  conditionsOfEnding,
  conditionsOfOutcome,
  fieldsIn,
  needsForEnding,
  outcomesOf,
  type PossibleOutcome,
  type Standing,
} from './progress.ts'
export { relativeDay, type Dated } from './relative-day.ts'
export { isAmong, type Language, type ProcedureSurroundings } from './surroundings.ts'
export {
  concernsOf,
  conditionsIn,
  begunWith,
  nextStage,
  placedStages,
  stageOf,
  stagesOfOthers,
  type Placed,
} from './walk.ts'
export { thingInWords, titleOfEvent } from './thing-in-words.ts'
