export { usualReminders } from './read-deadline.ts'
export { completeProcedure, contradictions, givenProcedureOf } from './read-procedure.ts'
export { conditionMembers } from './read-stage.ts'
export {
  collectFaults,
  flagOf,
  isObject,
  listOf,
  numberOf,
  objectOf,
  textLike,
  textOf,
  wordOf,
  type Faults,
  type LostPart,
  type Reader,
} from './shape.ts'
export { shorthandShape, usualStatus } from './shorthand.ts'
export { stillTrue } from './still-true.ts'
