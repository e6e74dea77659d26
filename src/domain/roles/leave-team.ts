import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { notInThatTeam } from './errors.ts'
import { deleteMember } from './queries.ts'

/** Takes somebody's role in a team. */
export const leaveTeam = operation({
  name: 'leaveteam',
  summary: 'Take a role in a team from somebody',
  effect: 'write',
  isWebOnly: true,
  permission: 'role.manage',
  parameters: {
    userName: required(shortText, 'Person'),
    teamCode: required(shortText, 'Team'),
  },
  errors: [notInThatTeam],
  returns: reply<{ userId: number }>('leaveteamresponse', { userId: 'userid' }),
  examples: [{ UserName: 'barred', TeamCode: 'HOUSING' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const [left] = await deleteMember(db, input)
    if (!left) throw refuse(notInThatTeam)
    const { role, ...who } = left
    const member = { subject: `${input.teamCode}: ${input.userName}`, kind: 'team' } as const
    recordChange(db, { ...member, before: { role }, after: null }, { by: actorLabel(actor), now })
    record(undefined, who)
    return { userId: left.userId }
  },
})
