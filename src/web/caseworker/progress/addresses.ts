import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { PathParts } from '#web/layout/form-page.ts'

/** The address of the page that says where a case stands. */
export const progressAddress = (caseId: number | string): string =>
  `${caseAddress(caseId)}/progress`

/** The address of a form that moves, ends or reopens a case. */
export const moveAddress = (caseId: number | string, what: string): string =>
  `${progressAddress(caseId)}/${what}`

/** The address of a form about a task: to add one, or to change one by its number. */
export const taskAddress = (caseId: number | string, what: string): string =>
  `${progressAddress(caseId)}/tasks/${what}`

/** The address of a form about a letter: to draft one, or to change one by its number. */
export const letterAddress = (caseId: number | string, what: string): string =>
  `${progressAddress(caseId)}/letters/${what}`

/** The way back to the page from which every form about where a case stands is reached. */
export const backToProgress = ({ caseId = '' }: PathParts): string => progressAddress(caseId)
