import { insertTeam, listTeams } from '#domain/people/index.ts'
import { findTeamManager, setTeamManager } from '#domain/reminders/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { emailAddress, words } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'

const create: Command = command({
  name: 'team create',
  summary: 'Make a team, to which case types and tasks can give work.',
  operands: {
    code: required(words, {
      placeholder: 'CODE',
      meaning: 'Its code, as case types name it and services answer it, such as ENQUIRIES.',
    }),
  },
  options: {
    organisation,
    name: required(words, { placeholder: 'NAME', meaning: 'What people call it.' }),
    department: optional(words, { placeholder: 'NAME', meaning: 'The department it belongs to.' }),
    directorate: optional(words, {
      placeholder: 'NAME',
      meaning: 'The directorate it belongs to.',
    }),
  },
  example: 'team create ENQUIRIES --organisation north --name "Enquiries"',
  async run({ code, organisation: of, name, department = null, directorate = null }, desk) {
    const place = await enter(desk, of)
    await change(place, create.name, async (db) => {
      const [made] = await insertTeam(db, { code, name, department, directorate })
      const after = { name, department, directorate }
      const changes = [{ kind: 'team' as const, subject: code, before: null, after }]
      if (made) return { result: undefined, particulars: { code }, changes }
      throw new CommandFault(
        (casewright) =>
          `${place.organisation.name} has a team ${code} already; ${casewright} team list shows the teams.`,
      )
    })
    const json = { code, name, department, directorate }
    return { json, text: `The team ${code} (${name}) is there.` }
  },
})

const list: Command = command({
  name: 'team list',
  summary: 'List the teams.',
  operands: {},
  options: { organisation },
  example: 'team list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisation: its, organisationId } = await enter(desk, of)
    const teams = await installation.database.read(organisationId, (db) => listTeams(db, {}))
    const rows = teams.map(({ code, name, department, directorate, heir }) => [
      code,
      name,
      department ?? '',
      directorate ?? '',
      heir === null ? 'works' : `retired: ${heir}`,
    ])
    const headings = ['CODE', 'NAME', 'DEPARTMENT', 'DIRECTORATE', 'STATE']
    const empty = `There is no team yet; make one: ${desk.casewright} team create CODE --organisation ${its.name} --name NAME`
    return { json: { teams }, text: textTable(headings, rows, empty) }
  },
})

const manager: Command = command({
  name: 'team manager',
  summary: 'Say who manages a team, to be told of what goes late in it.',
  operands: {
    code: required(words, { placeholder: 'CODE', meaning: 'The team, by its code.' }),
    email: required(emailAddress, {
      placeholder: 'EMAIL',
      meaning: 'The e-mail address of the person, who may belong to another team.',
    }),
  },
  options: { organisation },
  example: 'team manager ENQUIRIES alex.moss@north.example --organisation north',
  async run({ code, email, organisation: of }, desk) {
    const place = await enter(desk, of)
    const userName = await change(place, manager.name, async (db) => {
      const held = await findTeamManager(db, { code })
      const [made] = await setTeamManager(db, { code, email })
      if (made) {
        const before = { manager: held?.userName ?? null }
        const after = { manager: made.userName }
        const changes = [{ kind: 'team' as const, subject: made.code, before, after }]
        return { result: made.userName, particulars: { code, userName: made.userName }, changes }
      }
      throw new CommandFault(
        (casewright) =>
          `${place.organisation.name} has no team ${code}, or nobody who can sign in as ${email}; ${casewright} team list and ${casewright} user list show both.`,
      )
    })
    return { json: { code, manager: userName }, text: `${userName} manages the team ${code}.` }
  },
})

export const teamCommands = [create, list, manager]
