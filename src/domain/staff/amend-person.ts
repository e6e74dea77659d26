import { recordChange } from '#domain/change-log/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel, type Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed, unknownStaff } from './errors.ts'
import {
  checkRole,
  markOfMember,
  memberParameters,
  memberToChange,
  unlessTaken,
  type Member,
} from './member.ts'
import { updateMember } from './queries.ts'

/** Changes what is known of a person who works here, their role and their team. */
export const amendPerson = operation({
  name: 'amendperson',
  summary: 'Change a person of the staff',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { userName: required(shortText, 'Person'), ...seenMark, ...memberParameters },
  errors: [unknownStaff],
  returns: reply<{ userName: string }>('amendpersonresponse', { userName: 'username' }),
  examples: [
    { UserName: 'leaver', FullName: 'Bell, Bryn', Email: 'bryn@demo.example', Role: 'case worker' },
  ],

  async handle({ input, db, actor, now, record }) {
    const member = await memberToChange(db, actor, input.userName)
    refuseOthersChange(input.seen, markOfMember(member))
    const { role, fullName, email, jobTitle = null } = input
    if (role !== member.role) {
      checkMayChangeRole(actor, member)
      await checkRole(db, actor, role)
    }
    const teamCode = input.teamCode?.trim() ?? null
    const { userId, userName } = member
    const [changed] = await unlessTaken(() =>
      updateMember(db, { userId, fullName, email, jobTitle, role, teamCode }),
    )
    if (!changed) throw flawed('TeamCode', 'Select a team from the list')
    const before = { role: member.role, team: member.teamCode }
    const after = { role, team: changed.teamCode }
    const change = { kind: 'person' as const, subject: userName, before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, {
      userId,
      changed: (['fullName', 'email', 'jobTitle'] as const).filter(
        (name) => (input[name] ?? null) !== member[name],
      ),
      before,
      after,
    })
    return { userName }
  },
})

/** Nobody locks themselves out, and who has which role is decided by those who may. */
function checkMayChangeRole(actor: Actor, { userId }: Member): void {
  if (!actor.permissions.has('role.manage'))
    throw flawed('Role', 'Ask somebody who decides on roles to change it')
  if (actor.kind === 'user' && actor.id === userId)
    throw flawed('Role', 'Ask a colleague to change your own role')
}
