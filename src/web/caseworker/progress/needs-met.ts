import { answersAddress } from '#web/caseworker/answers/addresses.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { complaintAddress } from '#web/caseworker/complaint/addresses.ts'
import { clockAddress } from '#web/caseworker/deadlines/addresses.ts'
import { detailsAddress } from '#web/caseworker/details/addresses.ts'
import { informationAddress } from '#web/caseworker/information/addresses.ts'
import { progressAddress } from './addresses.ts'
import type { Progress } from './show-progress.ts'
import type { ShownNeed, WayOn } from './shown-progress.ts'

type Need = Progress['tracks'][number]['needsToBegin'][number]

/** What is lacking, each thing with where it is met. */
export const shownNeeds = (needs: readonly Need[], progress: Progress): readonly ShownNeed[] =>
  needs.map(({ kind, text }) => ({ text, way: wayTo(kind, progress) }))

type Way = (progress: Progress) => WayOn | undefined

const complaint: Way = ({ caseId }) => ({
  text: 'Points and remedies',
  href: complaintAddress(caseId),
})
const answers: Way = ({ caseId }) => ({ text: 'Answers', href: answersAddress(caseId) })
const parts: Way = ({ caseId }) => ({
  text: 'Request for information',
  href: informationAddress(caseId),
})
const clock: Way = ({ caseId, mayRecordEvents }) =>
  mayRecordEvents
    ? { text: 'Record an event', href: clockAddress(caseId, 'events/new') }
    : undefined

/** Where each kind of condition is met. */
const ways: Partial<Readonly<Record<Need['kind'], Way>>> = {
  'field filled': ({ caseId, mayChangeDetails }) =>
    mayChangeDetails ? { text: 'Change details', href: detailsAddress(caseId) } : undefined,
  'task done': ({ caseId }) => ({ text: 'Tasks', href: `${progressAddress(caseId)}#tasks` }),
  'letter sent': ({ caseId }) => ({ text: 'Letters', href: `${progressAddress(caseId)}#letters` }),
  'document held': ({ caseId }) => ({
    text: 'Documents',
    href: `${caseAddress(caseId)}/documents`,
  }),
  'event recorded': clock,
  'clock running': clock,
  'points answered': complaint,
  'remedies done': complaint,
  'clearance given': answers,
  'clearance settled': answers,
  'answer complete': parts,
  'nothing withheld': parts,
  'worker differs': ({ caseId, mayAssign }) =>
    mayAssign ? { text: 'Assign this case', href: `${caseAddress(caseId)}/assign` } : undefined,
}

const wayTo = (kind: Need['kind'], progress: Progress): WayOn | undefined =>
  progress.isClosed ? undefined : ways[kind]?.(progress)
