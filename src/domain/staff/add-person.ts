import { recordChange } from '#domain/change-log/index.ts'
import { insertUser } from '#domain/people/index.ts'
import { enqueueReset } from '#domain/sign-in/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { checkRole, memberParameters, unlessTaken } from './member.ts'

/** Who was added, and how many mails they are sent: none where the server sends none. */
export type AddedPerson = { readonly userName: string; readonly mails: number }

/** Makes a person who can sign in, and mails them a link with which they set their password. */
export const addPerson = operation({
  name: 'addperson',
  summary: 'Make a person who can sign in',
  effect: 'write',
  permission: 'staff.manage',
  isWebOnly: true,
  parameters: {
    ...memberParameters,
    newUserName: optional(text({ max: 100 }), 'User name'),
  },
  errors: [],
  returns: reply<AddedPerson>('addpersonresponse', { userName: 'username', mails: 'mails' }),
  examples: [
    {
      FullName: 'Okafor, Ife',
      Email: 'ife.okafor@demo.example',
      Role: 'case worker',
      TeamCode: 'HOUSING',
    },
  ],

  async handle({ input, db, actor, outside, now, record }) {
    await checkRole(db, actor, input.role)
    const { fullName, email, role, jobTitle = null } = input
    const userName = input.newUserName?.trim() ?? email.slice(0, email.lastIndexOf('@'))
    const team = input.teamCode?.trim() ?? null
    const [made] = await unlessTaken(() =>
      insertUser(db, { userName, fullName, email, role, team, jobTitle, now }),
    )
    if (!made) throw flawed('TeamCode', 'Select a team from the list')
    await enqueueReset(db, made.userId)
    const after = { 'may sign in': true, role, team }
    const change = { kind: 'person' as const, subject: userName, before: null, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { userId: made.userId, after: { role, team } })
    return { userName, mails: outside.mail ? 1 : 0 }
  },
})
