import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { PathParts } from '#web/layout/form-page.ts'

/** Where a deadline of a case stands: in a stage of a track or, both empty, in the case as a whole. */
export type Placed = { readonly track: string; readonly stage: string; readonly code: string }

const between = '~'

/** The part of an address that names a deadline. */
export const placeOf = ({ track, stage, code }: Placed): string =>
  track === '' ? code : [track, stage, code].join(between)

/** The parameters that name the deadline of an address. */
export function deadlineAt(place = ''): PathParts {
  const [code = '', stage, track] = place.split(between).toReversed()
  if (stage === undefined || track === undefined) return { Deadline: code }
  return { Track: track, Stage: stage, Deadline: code }
}

/** The address of the page that says why deadlines of one name are due when they are. */
export const deadlineAddress = (caseId: number | string, code: string): string =>
  `${caseAddress(caseId)}/deadlines/${encodeURIComponent(code)}`

/** The address of a form that sets the date of a deadline by hand, or lets its rule's date hold again. */
export const dateAddress = (
  caseId: number | string,
  deadline: Placed,
  what: 'set' | 'lift',
): string => `${deadlineAddress(caseId, placeOf(deadline))}/${what}`

/** The address of a form about the clock of a case. */
export const clockAddress = (caseId: number | string, what: string): string =>
  `${caseAddress(caseId)}/clock/${what}`

/** The way back to the deadlines of a case. */
export const backToDeadlines = ({ caseId = '' }: PathParts): string =>
  `${caseAddress(caseId)}#deadlines`
