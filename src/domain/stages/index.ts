import { beginTrack } from './begin-track.ts'
import { endBy, endCase } from './end-case.ts'
import { getProcedure } from './get-procedure.ts'
import { moveStage } from './move-stage.ts'
import { reopenCase } from './reopen-case.ts'

export { beginTrack, endBy, endCase, getProcedure, moveStage, reopenCase }
export {
  carryOut,
  doingOf,
  enterStages,
  type Change,
  type Changing,
  type Doing,
} from './carry-out.ts'
export { caseClosed } from './errors.ts'
export { dropWorkOfStage } from './move-queries.ts'
export { factsOf } from './facts.ts'
export { admitLatePaper, type Arriving } from './late-paper.ts'
export { openPlaces, standingOf, type CaseStanding, type Place } from './standing.ts'
export const operations = [moveStage, beginTrack, endCase, reopenCase, getProcedure]
