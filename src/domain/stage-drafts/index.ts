import { saveDraftDeadline } from './save-deadline.ts'
import { saveDraftLetter } from './save-letter.ts'
import { saveDraftOutcome } from './save-outcome.ts'
import { saveDraftStage } from './save-stage.ts'
import { saveDraftTask } from './save-task.ts'

export { saveDraftDeadline, saveDraftLetter, saveDraftOutcome, saveDraftStage, saveDraftTask }
export const operations = [
  saveDraftStage,
  saveDraftOutcome,
  saveDraftTask,
  saveDraftLetter,
  saveDraftDeadline,
]
