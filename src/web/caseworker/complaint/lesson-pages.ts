import { getComplaintChoices, recordLesson, refuseComplaint } from '#domain/complaints/index.ts'
import { formPage } from '#web/layout/form-page.ts'
import { complaintToChange, ownersOf, pointChoices } from './choices-of.ts'
import { backToComplaint } from './point-pages.ts'
import { recordLessonView } from './record-lesson.view.ts'
import { refuseComplaintView } from './refuse-complaint.view.ts'

/** The page on which it is recorded what was learnt. */
export const recordLessonPage = formPage({
  path: '/cases/:caseId/complaint/lessons/new',
  view: recordLessonView,
  operation: recordLesson,
  async show(ask, parts) {
    const choices = await ask(getComplaintChoices, parts)
    return { caseNumber: String(choices.caseId), owners: ownersOf(choices) }
  },
  next: backToComplaint,
  banner: 'Lesson recorded',
})

/** The page on which it is recorded why a complaint, or a point of it, is not taken on. */
export const refuseComplaintPage = formPage({
  path: '/cases/:caseId/complaint/exclusions/new',
  view: refuseComplaintView,
  operation: refuseComplaint,
  async show(ask, parts) {
    const [complaint, { caseId, exclusionReasons }] = await Promise.all([
      complaintToChange(ask, parts),
      ask(getComplaintChoices, parts),
    ])
    return {
      caseNumber: String(caseId),
      reasons: exclusionReasons,
      points: pointChoices(complaint),
    }
  },
  next: backToComplaint,
  banner: 'Recorded as not taken on',
})
