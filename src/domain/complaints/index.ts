import { addPoint } from './add-point.ts'
import { amendPoint } from './amend-point.ts'
import { answerPoint } from './answer-point.ts'
import { getComplaint } from './get-complaint.ts'
import { getComplaintChoices } from './get-complaint-choices.ts'
import { recordLesson } from './record-lesson.ts'
import { refuseComplaint } from './refuse-complaint.ts'
import { withdrawPoint } from './withdraw-point.ts'

export {
  addPoint,
  amendPoint,
  answerPoint,
  getComplaint,
  getComplaintChoices,
  recordLesson,
  refuseComplaint,
  withdrawPoint,
}
export { complaintFacts, type ComplaintFacts } from './facts.ts'
export { findings } from './point.ts'
export const operations = [
  addPoint,
  amendPoint,
  answerPoint,
  withdrawPoint,
  recordLesson,
  refuseComplaint,
  getComplaint,
  getComplaintChoices,
]
