import { saveDraftAssignment } from './save-assignment-rule.ts'
import { saveDraftClearance } from './save-clearance-chain.ts'
import { saveDraftClearanceStep } from './save-clearance-step.ts'
import { saveDraftEnding } from './save-ending.ts'
import { saveDraftEvent } from './save-own-event.ts'
import { saveDraftProcedure } from './save-procedure.ts'
import { saveDraftReopening } from './save-reopening.ts'
import { saveDraftTrack } from './save-track.ts'

export {
  saveDraftTrack,
  saveDraftEnding,
  saveDraftReopening,
  saveDraftEvent,
  saveDraftAssignment,
  saveDraftClearance,
  saveDraftClearanceStep,
  saveDraftProcedure,
}
export const operations = [
  saveDraftTrack,
  saveDraftEnding,
  saveDraftReopening,
  saveDraftEvent,
  saveDraftAssignment,
  saveDraftClearance,
  saveDraftClearanceStep,
  saveDraftProcedure,
]
