import { rightsIn } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { markOfMember } from './member.ts'
import { listMembers } from './queries.ts'
import { listTeamsAtWork } from './team-queries.ts'

/** Everybody who works here or did, the teams, and the roles there are. */
export const getStaff = operation({
  name: 'getstaff',
  summary: 'Show the people and teams',
  effect: 'read',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db, actor, outside, now }) {
    const [people, teams, { roles }] = await Promise.all([
      listMembers(db, { today: writeLocalDate(now) }),
      listTeamsAtWork(db, {}),
      rightsIn(db),
    ])
    return {
      people: people.map((person) => ({
        ...person,
        seen: markOfMember(person),
        isSelf: actor.kind === 'user' && actor.id === person.userId,
      })),
      teams: teams.filter(({ heir }) => heir === null),
      retiredTeams: teams.filter(({ heir }) => heir !== null),
      roles: [...roles.keys()],
      sendsMail: outside.mail !== undefined,
    }
  },
})
