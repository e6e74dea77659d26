import { getComplaint } from '#domain/complaints/index.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import type { Visit } from '#web/layout/form-page.ts'
import { complaintAddress, pointAddress, remedyAddress } from './addresses.ts'
import type { Complaint } from './choices-of.ts'
import { shownExclusion, shownLesson, shownPoint, shownRemedy } from './complaint-in-words.ts'
import { showComplaintView } from './show-complaint.view.ts'
import type { ShownComplaint } from './shown-complaint.ts'

/** The page with a case's points and remedies. */
export const showComplaintPage = casePage({
  path: '/cases/:caseId/complaint',
  part: 'complaint',
  view: showComplaintView,
  show: async (ask, parts, visit) => shownComplaint(await ask(getComplaint, parts), visit),
})

const shownComplaint = (complaint: Complaint, { banner, csrfToken }: Visit): ShownComplaint => ({
  caseNumber: String(complaint.caseId),
  banner,
  csrfToken,
  summary: summaryOf(complaint),
  points: complaint.points.map((point) => shownPoint(point, complaint)),
  remedies: complaint.remedies.map((remedy) => shownRemedy(remedy, complaint)),
  lessons: complaint.lessons.map(shownLesson),
  exclusions: complaint.exclusions.map(shownExclusion),
  ...waysOf(complaint),
})

const waysOf = (complaint: Complaint) => {
  const { caseId, mayUpdate, mayAddPoint } = complaint
  const forUpdates = (address: string) => (mayUpdate ? address : undefined)
  return {
    addPointAddress: mayAddPoint ? pointAddress(caseId, 'new') : undefined,
    whyNoPoint: mayUpdate && !mayAddPoint ? reasonAgainst(complaint) : undefined,
    addRemedyAddress: forUpdates(remedyAddress(caseId, 'new')),
    recordLessonAddress: forUpdates(`${complaintAddress(caseId)}/lessons/new`),
    refuseAddress: forUpdates(`${complaintAddress(caseId)}/exclusions/new`),
  }
}

const reasonAgainst = ({ isClosed }: Complaint): string =>
  isClosed
    ? 'This case is closed. Reopen it to change its points, or open a new case for a further issue.'
    : 'Stage 1 has been answered. Open a new case for a further issue.'

const summaryOf = ({ stage, points, remedies }: Complaint): string => {
  const waiting = points.filter(({ isAnswered }) => !isAnswered).length
  const open = remedies.filter(({ state }) => state === 'open').length
  const late = remedies.filter(({ isLate }) => isLate).length
  const parts = [
    ...(stage === null ? [] : [`Stage ${stage}`]),
    counted(waiting, 'point to answer', 'points to answer'),
    counted(open, 'open remedy', 'open remedies') + (late > 0 ? `, ${late} late` : ''),
  ]
  return parts.join(' · ')
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`
