import { roles, type Role } from '#domain/access/index.ts'
import { insertUser } from '#domain/people/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation, type Place } from '#commands/in-organisation.ts'
import { emailAddress, words } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { choice } from '#kernel/kinds.ts'
import { violatedConstraint } from '#platform/database.ts'

const roleNames = Object.keys(roles) as Role[]

/** Makes a person who can sign in. */
export const createUser: Command = command({
  name: 'user create',
  summary: 'Make a person who can sign in.',
  operands: {
    email: required(emailAddress, {
      placeholder: 'EMAIL',
      meaning: 'The e-mail address of the person.',
    }),
  },
  options: {
    organisation,
    name: required(words, { placeholder: 'NAME', meaning: 'The name, as "Family, Given".' }),
    role: required(choice(...roleNames), {
      placeholder: 'ROLE',
      meaning: `What the person may do: ${roleNames.join(', ')}.`,
    }),
    team: optional(words, { placeholder: 'CODE', meaning: 'The team, by its code.' }),
    'user-name': optional(words, {
      placeholder: 'NAME',
      meaning: 'The user name; without it what stands before the @ of the address.',
    }),
  },
  example:
    'user create alex.moss@north.example --organisation north --name "Moss, Alex" --role administrator',
  async run({ email, organisation: of, name: fullName, role, team = null, ...further }, desk) {
    const place = await enter(desk, of)
    const userName = further['user-name'] ?? email.slice(0, email.lastIndexOf('@'))
    await insert(place, { userName, fullName, email, role, team })
    const link = `${desk.casewright} user sign-in-link ${email} --organisation ${place.organisation.name}`
    return {
      json: { userName, fullName, email, role, team },
      text: `${fullName} is there as ${userName} (${role}). To sign in: ${link}`,
    }
  },
})

interface NewUser {
  readonly userName: string
  readonly fullName: string
  readonly email: string
  readonly role: string
  readonly team: string | null
}

async function insert(place: Place, user: NewUser): Promise<void> {
  const { name } = place.organisation
  try {
    await change(place, createUser.name, async (db, now) => {
      const [made] = await insertUser(db, { ...user, jobTitle: null, now })
      if (!made)
        throw new CommandFault(
          (casewright) =>
            `${name} has no team ${user.team}; ${casewright} team list --organisation ${name} shows the teams.`,
        )
      const { role, team } = user
      const after = { 'may sign in': true, role, team }
      return {
        result: undefined,
        particulars: { userId: made.userId, role, team },
        changes: [{ kind: 'person' as const, subject: user.userName, before: null, after }],
      }
    })
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === 'users_email')
      throw new CommandFault(`${name} has a user with that e-mail address already.`)
    if (constraint === 'users_user_name')
      throw new CommandFault(
        `${name} has a user ${user.userName} already; choose another name with --user-name.`,
      )
    throw error
  }
}
