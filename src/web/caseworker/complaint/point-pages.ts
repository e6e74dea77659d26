import {
  addPoint,
  amendPoint,
  answerPoint,
  findings,
  withdrawPoint,
} from '#domain/complaints/index.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { PathParts } from '#web/layout/form-page.ts'
import { complaintAddress } from './addresses.ts'
import { answerPointView } from './answer-point.view.ts'
import { complaintToChange, pointOf, storedPoint, wordChoices } from './choices-of.ts'
import { giveReasonView } from './give-reason.view.ts'
import { pointFormView } from './point-form.view.ts'

/** The way back to the page from which every form about a complaint is reached. */
export const backToComplaint = ({ caseId = '' }: PathParts): string => complaintAddress(caseId)

/** The page on which a point is added. */
export const addPointPage = formPage({
  path: '/cases/:caseId/complaint/points/new',
  view: pointFormView,
  operation: addPoint,
  show: async (ask, parts) => ({
    caseNumber: String((await complaintToChange(ask, parts)).caseId),
  }),
  next: backToComplaint,
  banner: 'Point added',
})

/** The page on which a point is amended. */
export const amendPointPage = formPage({
  path: '/cases/:caseId/complaint/points/:point/amend',
  view: pointFormView,
  operation: amendPoint,
  async show(ask, parts) {
    const complaint = await complaintToChange(ask, parts)
    const point = pointOf(complaint, parts['point'])
    const { point: number, description, service } = point
    return {
      caseNumber: String(complaint.caseId),
      point: { ...storedPoint(point), number, description, service: service ?? undefined },
    }
  },
  next: backToComplaint,
  banner: 'Point saved',
})

/** The page on which a point is answered. */
export const answerPointPage = formPage({
  path: '/cases/:caseId/complaint/points/:point/answer',
  view: answerPointView,
  operation: answerPoint,
  async show(ask, parts) {
    const complaint = await complaintToChange(ask, parts)
    const point = pointOf(complaint, parts['point'])
    // a later stage finds for itself: what an earlier one found is not suggested
    const earlier = point.isAnswered ? point : { finding: null, reasons: null }
    return {
      caseNumber: String(complaint.caseId),
      number: point.point,
      description: point.description,
      findings: wordChoices(findings),
      stored: storedPoint(point),
      answer: {
        service: point.service ?? undefined,
        evidence: point.evidence ?? undefined,
        finding: earlier.finding ?? undefined,
        reasons: earlier.reasons ?? undefined,
      },
    }
  },
  next: backToComplaint,
  banner: 'Answer saved',
})

/** The page on which a point is withdrawn. */
export const withdrawPointPage = formPage({
  path: '/cases/:caseId/complaint/points/:point/withdraw',
  view: giveReasonView,
  operation: withdrawPoint,
  async show(ask, parts) {
    const complaint = await complaintToChange(ask, parts)
    const point = pointOf(complaint, parts['point'])
    return {
      caseNumber: String(complaint.caseId),
      heading: `Withdraw point ${point.point}`,
      about: point.description,
      question: 'Why it is withdrawn',
      submit: 'Withdraw point',
      stored: storedPoint(point),
    }
  },
  next: backToComplaint,
  banner: 'Point withdrawn',
})
