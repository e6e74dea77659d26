import { addSkill, findStaff, listSkills, removeSkill } from '#domain/assignment/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import type { Reading } from '#platform/statement.ts'
import { text } from '#kernel/kinds.ts'

/** The operand that says who is meant. */
export const person = required(words, {
  placeholder: 'EMAIL',
  meaning: 'The e-mail address of the person, or the user name.',
})

/** The person meant; throws CommandFault where there is none who can sign in. */
export async function staffNamed(db: Reading, name: string) {
  const found = await findStaff(db, { name })
  if (found) return found
  throw new CommandFault(
    (casewright) =>
      `There is nobody who can sign in as ${name}; ${casewright} user list shows the users.`,
  )
}

const skill = required(text({ max: 100 }), {
  placeholder: 'SKILL',
  meaning: 'What the person can do, as the rules of case types name it, such as Welsh.',
})

const add: Command = command({
  name: 'user skill add',
  summary: 'Say that a person can do something, which rules for assignment ask for.',
  operands: { person, skill },
  options: { organisation },
  example: 'user skill add sam.dee@demo.example Welsh --organisation demo',
  async run({ person: name, skill: given, organisation: of }, desk) {
    const place = await enter(desk, of)
    const wanted = given.trim()
    if (wanted === '') throw new CommandFault('SKILL must not be empty.')
    const userName = await change(place, add.name, async (db) => {
      const { userId, userName: result } = await staffNamed(db, name)
      const [added] = await addSkill(db, { userId, skill: wanted })
      return { result, particulars: added && { userId, skill: wanted } }
    })
    return { json: { userName, skill: wanted }, text: `${userName} has the skill ${wanted}.` }
  },
})

const remove: Command = command({
  name: 'user skill remove',
  summary: 'Take a skill from a person.',
  operands: { person, skill },
  options: { organisation },
  example: 'user skill remove sam.dee@demo.example Welsh --organisation demo',
  async run({ person: name, skill: given, organisation: of }, desk) {
    const place = await enter(desk, of)
    const wanted = given.trim()
    const userName = await change(place, remove.name, async (db) => {
      const { userId, userName: result } = await staffNamed(db, name)
      const [removed] = await removeSkill(db, { userId, skill: wanted })
      if (removed) return { result, particulars: { userId, skill: removed.skill } }
      throw new CommandFault(
        (casewright) =>
          `${result} does not have the skill ${wanted}; ${casewright} user skill list shows who has which.`,
      )
    })
    return { json: { userName, skill: wanted }, text: `${userName} has no skill ${wanted} now.` }
  },
})

const list: Command = command({
  name: 'user skill list',
  summary: 'List who can do what.',
  operands: {},
  options: {
    organisation,
    user: optional(words, { placeholder: 'EMAIL', meaning: 'Only the skills of one person.' }),
  },
  example: 'user skill list --organisation demo',
  async run({ organisation: of, user }, desk) {
    const { installation, organisation: its, organisationId } = await enter(desk, of)
    const skills = await installation.database.read(organisationId, async (db) => {
      const userId = user === undefined ? null : (await staffNamed(db, user)).userId
      return listSkills(db, { userId })
    })
    const rows = skills.map((each) => [each.userName, each.skill])
    const empty = `Nobody has a skill yet; add one: ${desk.casewright} user skill add EMAIL SKILL --organisation ${its.name}`
    return { json: { skills }, text: textTable(['USER', 'SKILL'], rows, empty) }
  },
})

export const skillCommands = [add, remove, list]
