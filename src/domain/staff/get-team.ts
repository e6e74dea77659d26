import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownTeam } from './errors.ts'
import { markOfTeam } from './team.ts'
import { findTeam, getTeamHoldings, listTypesNaming } from './team-queries.ts'

/** A team, what is open and belongs to it, and the case types that name it. */
export const getTeam = operation({
  name: 'getteam',
  summary: 'Show a team and what belongs to it',
  effect: 'read',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { teamCode: required(shortText, 'Team') },
  errors: [unknownTeam],
  returns: 'content',
  examples: [{ TeamCode: 'HOUSING' }],

  async handle({ input, db, refuse }) {
    const found = await findTeam(db, input)
    if (!found) throw refuse(unknownTeam)
    const { teamId, ...team } = found
    const [holdings, types] = await Promise.all([
      getTeamHoldings(db, { teamId }),
      listTypesNaming(db, { code: team.code }),
    ])
    return {
      ...team,
      seen: markOfTeam(team),
      holdings,
      caseTypes: types.map(({ label }) => label),
    }
  },
})
