import { rightsIn } from '#domain/access/index.ts'
import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { chosen } from '#kernel/kind.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { findPerson, putMember } from './queries.ts'

/** Gives somebody a role in a team: they may do all that their roles allow, whichever team gave them. */
export const joinTeam = operation({
  name: 'jointeam',
  summary: 'Give somebody a role in a team',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: {
    userName: required(chosen(shortText), 'Person'),
    teamCode: required(shortText, 'Team'),
    role: required(shortText, 'Role in the team'),
  },
  errors: [],
  returns: reply<{ role: string }>('jointeamresponse', { role: 'role' }),
  examples: [{ UserName: 'named', TeamCode: 'HOUSING', Role: 'manager' }],

  async handle({ input, db, actor, now, record }) {
    const person = await findPerson(db, input)
    if (!person) throw flawed('UserName', 'Select a person from the list')
    if (!(await rightsIn(db)).roles.has(input.role))
      throw flawed('Role', 'Select a role from the list')
    const { userId } = person
    const [joined] = await putMember(db, { userId, teamCode: input.teamCode, role: input.role })
    if (!joined) throw flawed('TeamCode', 'Select a team from the list')
    const member = { subject: `${input.teamCode}: ${input.userName}`, kind: 'team' } as const
    const after = { role: input.role }
    recordChange(db, { ...member, before: null, after }, { by: actorLabel(actor), now })
    record(undefined, { userId, ...joined, role: input.role })
    return { role: input.role }
  },
})
