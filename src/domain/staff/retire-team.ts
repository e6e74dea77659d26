import { recordChange } from '#domain/change-log/index.ts'
import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed, unknownTeam } from './errors.ts'
import { lockTeam, retireTeamTo } from './team-queries.ts'

/**
 * Retires a team: what is open and belongs to it goes to another, with its people and their roles, and so does
 * whatever case types give to its code from now on. Cases that are closed keep its name.
 */
export const retireTeam = operation({
  name: 'retireteam',
  summary: 'Retire a team',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: {
    teamCode: required(shortText, 'Team'),
    heir: required(shortText, 'Team that takes its place'),
  },
  errors: [unknownTeam],
  returns: reply<{ code: string }>('retireteamresponse', { code: 'teamcode' }),
  examples: [{ TeamCode: 'ALLOTMENTS', Heir: 'HOUSING' }],

  async handle({ input, db, actor, now, refuse, record }) {
    // two teams that take one another's place at once would leave none
    await lockOwnOrganisation(db, {})
    const team = await lockTeam(db, input)
    if (!team || team.heir !== null) throw refuse(unknownTeam)
    const heir = await lockTeam(db, { teamCode: input.heir })
    if (!heir || heir.heir !== null) throw flawed('Heir', 'Select a team from the list')
    if (heir.teamId === team.teamId) throw flawed('Heir', 'Select another team')
    const { teamId, code } = team
    await retireTeamTo(db, { teamId, heirId: heir.teamId, author: actor.name, now })
    const after = { retired: true, 'work goes to': heir.code }
    const change = { kind: 'team' as const, subject: code, before: { retired: false }, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { team: code, heir: heir.code })
    return { code }
  },
})
