import { saveDraftCondition } from './save-condition.ts'
import { saveDraftDeadline } from './save-deadline.ts'
import { saveDraftLetter } from './save-letter.ts'
import { saveDraftOutcome } from './save-outcome.ts'
import { saveDraftReminder } from './save-reminder.ts'
import { saveDraftStage } from './save-stage.ts'
import { saveDraftTask } from './save-task.ts'

export {
  code,
  codedPartParameters,
  line,
  namesIn,
  partParameters,
  partSaving,
  saveCodedPart,
  savePart,
} from './stage-part.ts'
export {
  saveDraftCondition,
  saveDraftDeadline,
  saveDraftLetter,
  saveDraftOutcome,
  saveDraftReminder,
  saveDraftStage,
  saveDraftTask,
}
export const operations = [
  saveDraftStage,
  saveDraftOutcome,
  saveDraftTask,
  saveDraftLetter,
  saveDraftDeadline,
  saveDraftReminder,
  saveDraftCondition,
]
