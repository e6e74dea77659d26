import { getComplaintChoices } from '#domain/complaints/index.ts'
import {
  addRemedy,
  amendRemedy,
  completeRemedy,
  dropRemedy,
  remedyKinds,
  reopenRemedy,
} from '#domain/remedies/index.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action, Ask, PathParts } from '#web/layout/form-page.ts'
import { poundsTyped } from '#web/layout/pounds.ts'
import {
  capital,
  complaintToChange,
  ownersOf,
  pointChoices,
  remedyOf,
  storedRemedy,
  wordChoices,
  type Remedy,
} from '#web/caseworker/complaint/choices-of.ts'
import { completeRemedyView } from './complete-remedy.view.ts'
import { giveReasonView } from '#web/caseworker/complaint/give-reason.view.ts'
import { backToComplaint } from '#web/caseworker/complaint/point-pages.ts'
import { remedyFormView } from './remedy-form.view.ts'

const aboutOf = ({ what, description }: Remedy): string => `${capital(what)}: ${description}`

const typedCost = (pence: number | null): string | undefined =>
  pence === null ? undefined : poundsTyped(pence)

const formFor = async (ask: Ask, parts: PathParts) => {
  const [complaint, choices] = await Promise.all([
    complaintToChange(ask, parts),
    ask(getComplaintChoices, parts),
  ])
  const model = {
    caseNumber: String(complaint.caseId),
    kinds: wordChoices(remedyKinds),
    points: pointChoices(complaint),
    owners: ownersOf(choices),
  }
  return { complaint, model }
}

/** The page on which a remedy is added. */
export const addRemedyPage = formPage({
  path: '/cases/:caseId/complaint/remedies/new',
  view: remedyFormView,
  operation: addRemedy,
  show: async (ask, parts) => (await formFor(ask, parts)).model,
  next: backToComplaint,
  banner: 'Remedy added',
})

/** The page on which a remedy is amended. */
export const amendRemedyPage = formPage({
  path: '/cases/:caseId/complaint/remedies/:remedy/amend',
  view: remedyFormView,
  operation: amendRemedy,
  async show(ask, parts) {
    const { complaint, model } = await formFor(ask, parts)
    const remedy = remedyOf(complaint, parts['remedy'])
    const { what, description, point, dueOn, userName, teamCode, expectedCost } = remedy
    const stored = {
      ...storedRemedy(remedy),
      what,
      description,
      dueOn,
      point: point === null ? undefined : String(point),
      person: userName ?? undefined,
      team: teamCode ?? undefined,
      cost: typedCost(expectedCost),
    }
    return { ...model, remedy: stored }
  },
  next: backToComplaint,
  banner: 'Remedy saved',
})

/** The page on which a remedy is noted as done. */
export const completeRemedyPage = formPage({
  path: '/cases/:caseId/complaint/remedies/:remedy/done',
  view: completeRemedyView,
  operation: completeRemedy,
  async show(ask, parts) {
    const complaint = await complaintToChange(ask, parts)
    const remedy = remedyOf(complaint, parts['remedy'])
    return {
      caseNumber: String(complaint.caseId),
      about: aboutOf(remedy),
      today: complaint.today,
      isPayment: remedy.what === 'payment',
      expectedCost: typedCost(remedy.expectedCost),
      stored: storedRemedy(remedy),
    }
  },
  next: backToComplaint,
  banner: 'Remedy done',
})

/** The page on which a remedy is noted as not needed. */
export const dropRemedyPage = formPage({
  path: '/cases/:caseId/complaint/remedies/:remedy/drop',
  view: giveReasonView,
  operation: dropRemedy,
  async show(ask, parts) {
    const complaint = await complaintToChange(ask, parts)
    const remedy = remedyOf(complaint, parts['remedy'])
    return {
      caseNumber: String(complaint.caseId),
      heading: 'Remedy not needed',
      about: aboutOf(remedy),
      question: 'Why it is not needed',
      submit: 'Save as not needed',
      stored: storedRemedy(remedy),
    }
  },
  next: backToComplaint,
  banner: 'Remedy not needed',
})

/** Takes back that a remedy is done or not needed. */
export const reopenRemedyAction: Action = {
  path: '/cases/:caseId/complaint/remedies/:remedy/reopen',
  operation: reopenRemedy,
  next: backToComplaint,
  banner: () => 'Remedy reopened',
}
