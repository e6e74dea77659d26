import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** The address of the list of answers that wait for somebody to clear them. */
export const answersToClearAddress = '/answers-to-clear'

/** The address of the page with a case's answers. */
export const answersAddress = (caseId: number | string): string => `${caseAddress(caseId)}/answers`

/** The address of a form about an answer: to draft one, or to do something with one by its number. */
export const answerAddress = (caseId: number | string, what: string): string =>
  `${answersAddress(caseId)}/${what}`
