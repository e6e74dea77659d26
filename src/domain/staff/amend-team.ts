import { recordChange } from '#domain/change-log/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownTeam } from './errors.ts'
import { markOfTeam, putManager, teamInLog, teamParameters } from './team.ts'
import { lockTeam, updateTeam } from './team-queries.ts'

/**
 * Changes what a team is called, where it belongs and who manages it; its code stays, as case types and programs
 * go by it.
 */
export const amendTeam = operation({
  name: 'amendteam',
  summary: 'Change a team',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { teamCode: required(shortText, 'Team'), ...seenMark, ...teamParameters },
  errors: [unknownTeam],
  returns: reply<{ code: string }>('amendteamresponse', { code: 'teamcode' }),
  examples: [{ TeamCode: 'HOUSING', Name: 'Housing', Department: 'Homes', Manager: 'sdee' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const held = await lockTeam(db, input)
    if (!held || held.heir !== null) throw refuse(unknownTeam)
    refuseOthersChange(input.seen, markOfTeam(held))
    const { teamId, code } = held
    const { name, department = null, directorate = null } = input
    void updateTeam(db, { teamId, name, department, directorate })
    const manager = await putManager(db, code, input.manager)
    const [before, after] = [held, { name, department, directorate, manager }].map(teamInLog)
    const change = {
      kind: 'team' as const,
      subject: code,
      before: before ?? null,
      after: after ?? null,
    }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { team: code, before, after })
    return { code }
  },
})
