import { enqueueReset } from '#domain/sign-in/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { flawed, unknownStaff } from './errors.ts'
import { memberToChange } from './member.ts'

/** Mails somebody a link with which they set a new password; nobody else is shown it. */
export const sendPasswordLink = operation({
  name: 'sendpasswordlink',
  summary: 'Mail somebody a link to set a new password',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: { userName: required(shortText, 'Person') },
  errors: [unknownStaff],
  returns: reply<{ userName: string }>('sendpasswordlinkresponse', { userName: 'username' }),
  examples: [{ UserName: 'leaver' }],

  async handle({ input, db, actor, record }) {
    const { userId, userName, disabledAt } = await memberToChange(db, actor, input.userName)
    if (disabledAt !== null) throw flawed('UserName', 'Enable this person first')
    await enqueueReset(db, userId)
    record(undefined, { userId })
    return { userName }
  },
})
