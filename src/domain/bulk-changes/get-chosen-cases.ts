import { listQueues, listStaff } from '#domain/assignment/index.ts'
import { rightsIn } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { listChosenCases } from './bulk-queries.ts'
import { chosenCases, distinct } from './chosen.ts'

/** The cases that were chosen and who has them now, and the people and teams that they can go to. */
export const getChosenCases = operation({
  name: 'getchosencases',
  summary: 'Show the cases that several things can be done to at once',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.assign',
  parameters: { cases: chosenCases },
  errors: [],
  returns: 'content',
  examples: [{ Case: '1001\n1002' }],

  async handle({ input, db, actor, now }) {
    const caseIds = distinct(input.cases)
    const [cases, staff, teams, rights] = await Promise.all([
      listChosenCases(db, { caseIds }),
      listStaff(db, { today: writeLocalDate(now) }),
      listQueues(db, {}),
      rightsIn(db),
    ])
    return {
      cases,
      people: staff.filter((person) => rights.of(person).has('case.update')),
      teams,
      mayTake: actor.kind === 'user' && actor.permissions.has('case.update'),
    }
  },
})
