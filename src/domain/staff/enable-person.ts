import { recordChange } from '#domain/change-log/index.ts'
import { enableUser } from '#domain/people/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownStaff } from './errors.ts'
import { memberToChange, signingIn } from './member.ts'

/** Lets somebody who was disabled sign in again. */
export const enablePerson = operation({
  name: 'enableperson',
  summary: 'Let somebody sign in again',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { userName: required(shortText, 'Person') },
  errors: [unknownStaff],
  returns: reply<{ userName: string }>('enablepersonresponse', { userName: 'username' }),
  examples: [{ UserName: 'returner' }],

  async handle({ input, db, actor, now, record }) {
    const { userId, userName, email } = await memberToChange(db, actor, input.userName)
    const enabled = await enableUser(db, { email })
    if (enabled.length > 0)
      recordChange(db, signingIn(userName, true), { by: actorLabel(actor), now })
    record(undefined, { userId, isEnabled: enabled.length > 0 })
    return { userName }
  },
})
