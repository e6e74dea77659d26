import { insertUser } from '#domain/people/index.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { flawed } from './errors.ts'
import { checkRole, memberParameters, unlessTaken } from './member.ts'

/** Makes a person who can sign in. */
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
  returns: reply<{ userName: string }>('addpersonresponse', { userName: 'username' }),
  examples: [
    {
      FullName: 'Okafor, Ife',
      Email: 'ife.okafor@demo.example',
      Role: 'case worker',
      TeamCode: 'HOUSING',
    },
  ],

  async handle({ input, db, actor, now, record }) {
    await checkRole(db, actor, input.role)
    const { fullName, email, role, jobTitle = null } = input
    const userName = input.newUserName?.trim() ?? email.slice(0, email.lastIndexOf('@'))
    const team = input.teamCode?.trim() ?? null
    const [made] = await unlessTaken(() =>
      insertUser(db, { userName, fullName, email, role, team, jobTitle, now }),
    )
    if (!made) throw flawed('TeamCode', 'Select a team from the list')
    record(undefined, { userId: made.userId, after: { role, team } })
    return { userName }
  },
})
