import { roles, type Role } from '#domain/access/index.ts'
import { changeRole } from '#domain/people/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { required } from '#commands/part.ts'
import { choice } from '#kernel/kinds.ts'

const roleNames = Object.keys(roles) as Role[]

/** Gives a person another role. */
export const setRole: Command = command({
  name: 'user role',
  summary: 'Give a person another role, from now on.',
  operands: {
    email: required(words, { placeholder: 'EMAIL', meaning: 'The e-mail address of the person.' }),
    role: required(choice(...roleNames), {
      placeholder: 'ROLE',
      meaning: `What the person may do: ${roleNames.join(', ')}.`,
    }),
  },
  options: { organisation },
  example: 'user role alex.moss@north.example manager --organisation north',
  async run({ email, role, organisation: of }, desk) {
    const place = await enter(desk, of)
    const userName = await change(place, setRole.name, async (db) => {
      const [changed] = await changeRole(db, { email, role })
      if (!changed)
        throw new CommandFault(
          (casewright) =>
            `${place.organisation.name} has no user with that e-mail address; ${casewright} user list shows the users.`,
        )
      const { userId, before } = changed
      return { result: changed.userName, particulars: { userId, before, role } }
    })
    return { json: { userName, role }, text: `${userName} is ${role} now.` }
  },
})
