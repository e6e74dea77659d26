import { assignCase, getAssignable, unassignCase } from '#domain/assignment/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action, PathParts } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { assignCaseView } from './assign-case.view.ts'
import { holderInWords } from './holder-in-words.ts'

const backToCase = ({ caseId = '' }: PathParts): string => caseAddress(caseId)

/** The page on which a case is assigned. */
export const assignCasePage = formPage({
  path: '/cases/:caseId/assign',
  view: assignCaseView,
  operation: assignCase,
  async show(ask, parts) {
    const { caseId, holder, seen, people, teams, mayTake } = await ask(getAssignable, parts)
    return {
      caseNumber: String(caseId),
      caseAddress: caseAddress(caseId),
      holder: holderInWords(holder),
      seen,
      mayTake: mayTake && !holder.isMine,
      people: people.map((person) => ({ value: person.userName, text: personInWords(person) })),
      teams: teams.map(({ code, name }) => ({ value: code, text: name })),
      unassignAddress: holder.person === null ? undefined : `${caseAddress(caseId)}/unassign`,
    }
  },
  next: backToCase,
  banner: 'Case assigned',
})

/** Puts a case back into the queue of its team. */
export const unassignCaseAction: Action = {
  path: '/cases/:caseId/unassign',
  operation: unassignCase,
  next: backToCase,
  banner: () => 'Case put back into the queue',
}

type Person = Awaited<ReturnType<(typeof getAssignable)['handle']>>['people'][number]

/** Whatever helps to choose: team, open work, skills, and whether the person is there. */
const personInWords = ({ fullName, team, openWork, skills, awayUntil, standIn }: Person): string =>
  [
    fullName,
    team,
    openWork === 1 ? '1 open case' : `${openWork} open cases`,
    skills.join(' and '),
    awayUntil && `away until ${dateInWords(awayUntil)}`,
    awayUntil && standIn && `${standIn} stands in`,
  ]
    .filter(Boolean)
    .join(' · ')
