import { recordChange } from '#domain/change-log/index.ts'
import { insertTeam } from '#domain/people/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { putManager, teamParameters } from './team.ts'

/** Makes a team. */
export const addTeam = operation({
  name: 'addteam',
  summary: 'Make a team',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { code: required(text({ max: 50 }), 'Code'), ...teamParameters },
  errors: [],
  returns: reply<{ code: string }>('addteamresponse', { code: 'teamcode' }),
  examples: [{ Code: 'PARKS', Name: 'Parks', Department: 'Environment' }],

  async handle({ input, db, actor, now, record }) {
    const { name, department = null, directorate = null } = input
    const team = { code: input.code.trim(), name, department, directorate }
    const [made] = await insertTeam(db, team)
    if (!made) throw flawed('Code', 'A team has this code already')
    const manager = await putManager(db, team.code, input.manager)
    const after = { name, department, directorate, manager }
    const change = { kind: 'team' as const, subject: team.code, before: null, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { team: team.code, after })
    return { code: team.code }
  },
})
