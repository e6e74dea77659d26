import { recordChange } from '#domain/change-log/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownTeam } from './errors.ts'
import { updateTeam } from './queries.ts'
import { markOfTeam, teamParameters } from './team.ts'

/** Changes what a team is called and where it belongs; its code stays, as case types and programs go by it. */
export const amendTeam = operation({
  name: 'amendteam',
  summary: 'Change a team',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { teamCode: required(shortText, 'Team'), ...seenMark, ...teamParameters },
  errors: [unknownTeam],
  returns: reply<{ code: string }>('amendteamresponse', { code: 'teamcode' }),
  examples: [{ TeamCode: 'HOUSING', Name: 'Housing', Department: 'Homes' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const { teamCode, name, department = null, directorate = null } = input
    const [held] = await updateTeam(db, { teamCode, name, department, directorate })
    if (!held) throw refuse(unknownTeam)
    refuseOthersChange(input.seen, markOfTeam(held))
    const { code, ...before } = held
    const after = { name, department, directorate }
    const change = { kind: 'team' as const, subject: code, before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { team: code, before, after })
    return { code }
  },
})
