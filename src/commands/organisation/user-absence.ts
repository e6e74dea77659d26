import {
  absenceKinds,
  comeBack,
  findAbsenceOn,
  listAbsences,
  putAbsence,
} from '#domain/assignment/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { words } from '#commands/kinds.ts'
import { optional, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import { choice, date } from '#kernel/kinds.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { person, staffNamed } from './user-skill.ts'

const set: Command = command({
  name: 'user absence set',
  summary: 'Say when a person is away, so that rules give them no new cases.',
  notes: [
    'Cases that a rule gives to the person by name, or as before, go to whoever stands in. The same days again change who stands in and the kind.',
  ],
  operands: { person },
  options: {
    organisation,
    from: required(date, { placeholder: 'DATE', meaning: 'The first day away.' }),
    until: required(date, { placeholder: 'DATE', meaning: 'The last day away.' }),
    kind: optional(choice(...absenceKinds), {
      placeholder: 'KIND',
      meaning: `One of ${absenceKinds.join(', ')}; without it leave.`,
    }),
    'stand-in': optional(words, { placeholder: 'EMAIL', meaning: 'Who stands in.' }),
  },
  example:
    'user absence set sam.dee@demo.example --from 2026-08-03 --until 2026-08-14 --organisation demo',
  async run({ person: name, organisation: of, from, until, kind = 'leave', ...further }, desk) {
    if (until < from)
      throw new CommandFault(`The last day, ${until}, is before the first, ${from}.`)
    const place = await enter(desk, of)
    const said = await change(place, set.name, async (db, now) => {
      const { userId, userName } = await staffNamed(db, name)
      const standIn = await standInOf(db, userId, further['stand-in'])
      const standInId = standIn?.userId ?? null
      const days = { userId, from, until, kind, standInId, author: 'command', now }
      const absence = await putAbsence(db, days)
      if (absence === undefined)
        throw new CommandFault(
          (casewright) =>
            `${userName} is away on some of these days already; ${casewright} user absence list shows when.`,
        )
      const result = { userName, from, until, kind, standIn: standIn?.userName ?? null }
      return { result, particulars: { userId, absence } }
    })
    return { json: said, text: `${said.userName} is away from ${from} to ${until}.` }
  },
})

async function standInOf(db: Reading, away: number, name: string | undefined) {
  if (name === undefined) return undefined
  const standIn = await staffNamed(db, name)
  if (standIn.userId !== away) return standIn
  throw new CommandFault('Nobody stands in for themselves: name another person.')
}

const end: Command = command({
  name: 'user absence end',
  summary: 'Say that a person is back today, or is not going to be away.',
  operands: { person },
  options: {
    organisation,
    on: optional(date, {
      placeholder: 'DATE',
      meaning: 'A day of the absence that is meant; without it today.',
    }),
  },
  example: 'user absence end sam.dee@demo.example --organisation demo',
  async run({ person: name, organisation: of, on }, desk) {
    const place = await enter(desk, of)
    const userName = await change(place, end.name, async (db, now) => {
      const today = writeLocalDate(now)
      const { userId, userName: result } = await staffNamed(db, name)
      const found = await findAbsenceOn(db, { userId, day: on ?? today })
      if (!found || found.until < today)
        throw new CommandFault(
          (casewright) =>
            `${result} is not away then; ${casewright} user absence list shows when people are.`,
        )
      await comeBack(db, found.absenceId, now)
      return { result, particulars: { userId, absence: found.absenceId } }
    })
    return { json: { userName, isAway: false }, text: `The absence of ${userName} has ended.` }
  },
})

const list: Command = command({
  name: 'user absence list',
  summary: 'List who is away, and who is going to be.',
  operands: {},
  options: {
    organisation,
    user: optional(words, { placeholder: 'EMAIL', meaning: 'Only the absences of one person.' }),
  },
  example: 'user absence list --organisation demo',
  async run({ organisation: of, user }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const today = writeLocalDate(installation.clock.now())
    const absences = await installation.database.read(organisationId, async (db) => {
      const userId = user === undefined ? null : (await staffNamed(db, user)).userId
      return listAbsences(db, { userId, today })
    })
    const rows = absences.map(({ userName, from, until, kind, standIn }) => [
      userName,
      from,
      until,
      kind,
      standIn ?? '',
    ])
    const headings = ['USER', 'FROM', 'UNTIL', 'KIND', 'STANDS IN']
    const empty = 'Nobody is away, or is going to be.'
    return { json: { absences }, text: textTable(headings, rows, empty) }
  },
})

export const absenceCommands = [set, end, list]
