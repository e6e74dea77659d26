import { rightsNow } from '#domain/access/index.ts'
import { listTeamNames } from '#domain/people/index.ts'
import { operation } from '#kernel/operation.ts'
import { markOfRole } from './mark-of-role.ts'
import { countHolders, listMembers, listPeople } from './queries.ts'

/** Every role and what it may do, how many people have it, and who has a role in which team. */
export const listRoles = operation({
  name: 'listroles',
  summary: 'List the roles',
  effect: 'read',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    const [{ roles }, holders, members, people, teams] = await Promise.all([
      rightsNow(db),
      countHolders(db, {}),
      listMembers(db, {}),
      listPeople(db, {}),
      listTeamNames(db, {}),
    ])
    const held = new Map(holders.map(({ role, people: count }) => [role, count]))
    return {
      roles: [...roles.values()].map(({ name, permissions, isBuiltIn }) => ({
        name,
        permissions: [...permissions],
        isBuiltIn,
        seen: markOfRole(permissions),
        people: held.get(name) ?? 0,
      })),
      members,
      people,
      teams,
    }
  },
})
