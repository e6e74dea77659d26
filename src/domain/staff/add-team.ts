import { insertTeam } from '#domain/people/index.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { teamParameters } from './team.ts'

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

  async handle({ input, db, record }) {
    const { name, department = null, directorate = null } = input
    const team = { code: input.code.trim(), name, department, directorate }
    const [made] = await insertTeam(db, team)
    if (!made) throw flawed('Code', 'A team has this code already')
    record(undefined, { team: team.code, after: { name, department, directorate } })
    return { code: team.code }
  },
})
