import { disableUser, enableUser } from '#domain/people/index.ts'
import { addSignInToken } from '#domain/sign-in/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { required } from '#commands/part.ts'
import { listUsers } from '#commands/queries.ts'
import { textTable } from '#commands/text-table.ts'
import type { Reading } from '#platform/statement.ts'
import { linkAt } from './first-administrator.ts'
import { createUser } from './user-create.ts'
import { resetUserFactors } from './user-reset-factors.ts'
import { setRole } from './user-role.ts'

const person = {
  user: required(words, {
    placeholder: 'USER',
    meaning: 'The person, by e-mail address or user name.',
  }),
}

const signInLink: Command = command({
  name: 'user sign-in-link',
  summary: 'Make an address that signs a person in, once, within ten minutes.',
  notes: ['Whoever opens the address first is that person to the program: hand it over safely.'],
  operands: person,
  options: { organisation },
  example: 'user sign-in-link sam.dee@demo.example --organisation demo',
  async run({ user, organisation: of }, desk) {
    const place = await enter(desk, of)
    const { name } = place.organisation
    const token = await change(place, signInLink.name, async (db, now) => {
      const made = await addSignInToken(db, now, await emailOf(db, user))
      if (!made) throw unknownUser(name)
      return { result: made.token, particulars: { userId: made.userId } }
    })
    const url = linkAt(desk, name, token)
    return { json: { url }, text: url }
  },
})

const unknownUser = (organisation: string, state = 'active'): CommandFault =>
  new CommandFault(
    (casewright) =>
      `${organisation} has no ${state} user with that e-mail address or user name; ${casewright} user list shows the users.`,
  )

/** The e-mail address of whoever is named by it or by user name; an address goes before a name. */
async function emailOf(db: Reading, named: string): Promise<string> {
  const sought = named.trim().toLowerCase()
  const users = await listUsers(db, {})
  const found =
    users.find(({ email }) => email.toLowerCase() === sought) ??
    users.find(({ userName }) => userName.toLowerCase() === sought)
  return found?.email ?? named
}

const list: Command = command({
  name: 'user list',
  summary: 'List the people who can sign in.',
  operands: {},
  options: { organisation },
  example: 'user list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisation: its, organisationId } = await enter(desk, of)
    const users = await installation.database.read(organisationId, (db) => listUsers(db, {}))
    const rows = users.map(({ userName, fullName, email, role, team, disabledAt }) => [
      userName,
      fullName,
      email,
      role,
      team ?? '',
      disabledAt ? 'disabled' : 'active',
    ])
    const headings = ['USER', 'NAME', 'E-MAIL', 'ROLE', 'TEAM', 'STATE']
    const empty = `There is no user yet; make one: ${desk.casewright} user create EMAIL --organisation ${its.name} --name "Family, Given" --role administrator`
    return { json: { users }, text: textTable(headings, rows, empty) }
  },
})

const disable: Command = command({
  name: 'user disable',
  summary: 'Let a person sign in no longer, from now on; histories keep the name.',
  operands: person,
  options: { organisation },
  example: 'user disable sam.dee@demo.example --organisation demo',
  async run({ user, organisation: of }, desk) {
    const place = await enter(desk, of)
    const userName = await change(place, disable.name, async (db, now) => {
      const [disabled] = await disableUser(db, { email: await emailOf(db, user), now })
      if (!disabled) throw unknownUser(place.organisation.name)
      return {
        result: disabled.userName,
        particulars: { userId: disabled.userId },
        changes: [signingIn(disabled.userName, false)],
      }
    })
    return { json: { userName, isDisabled: true }, text: `${userName} can sign in no longer.` }
  },
})

const enable: Command = command({
  name: 'user enable',
  summary: 'Let a person who was disabled sign in again.',
  operands: person,
  options: { organisation },
  example: 'user enable sam.dee@demo.example --organisation demo',
  async run({ user, organisation: of }, desk) {
    const place = await enter(desk, of)
    const userName = await change(place, enable.name, async (db) => {
      const [enabled] = await enableUser(db, { email: await emailOf(db, user) })
      if (!enabled) throw unknownUser(place.organisation.name, 'disabled')
      return {
        result: enabled.userName,
        particulars: { userId: enabled.userId },
        changes: [signingIn(enabled.userName, true)],
      }
    })
    return { json: { userName, isDisabled: false }, text: `${userName} can sign in again.` }
  },
})

const signingIn = (userName: string, mayNow: boolean) => ({
  kind: 'person' as const,
  subject: userName,
  before: { 'may sign in': !mayNow },
  after: { 'may sign in': mayNow },
})

export const userCommands = [
  createUser,
  signInLink,
  resetUserFactors,
  list,
  setRole,
  disable,
  enable,
]
