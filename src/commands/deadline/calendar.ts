import { calendarNames, withShipped } from '#domain/calendar-changes/index.ts'
import { listCalendarDays } from '#domain/holidays/index.ts'
import { command, type Command } from '#commands/command.ts'
import { enter, organisation, type Place } from '#commands/in-organisation.ts'
import { path, words } from '#commands/kinds.ts'
import { flag, optional, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import { choice, date } from '#kernel/kinds.ts'
import { changeCalendar } from './calendar-change.ts'
import { daysOf } from './calendar-days.ts'
import { calendarDays } from './calendar-kinds.ts'

const yes = flag('Agree to what moves, without being asked.')
const asking =
  'It shows which deadlines of open cases move, from what to what, and asks; without a terminal it needs `--yes`. Then all open cases are recomputed in the background.'

const add: Command = command({
  name: 'calendar import',
  summary:
    'Add bank holidays from a file in the form of GOV.UK’s feed, or the days on which a House sits.',
  notes: [
    'Sitting days come in the same form, under house-of-commons, or as a list: the name of the House, then a line for each day, or for a week such as 4/1/2027..7/1/2027. Where none are known a date counted in them is provisional.',
    'Days are added and never dropped: what the file does not have stays as it is, and what was retired stays retired.',
    asking,
  ],
  operands: {
    file: required(path, { placeholder: 'FILE', meaning: 'The file, or - for standard input.' }),
  },
  options: { organisation, yes },
  example: 'calendar import bank-holidays.json --organisation demo --yes',
  async run({ file, organisation: of, yes: isAgreed }, desk) {
    const days = await daysOf(file)
    const place = await enter(desk, of)
    const wanted = { change: 'import', ...days } as const
    return changeCalendar(place, { name: add.name, wanted, isAgreed })
  },
})

const ownDays = ({ installation, organisationId }: Place) =>
  installation.database.read(organisationId, (db) => listCalendarDays(db, {}))

const list: Command = command({
  name: 'calendar list',
  summary: 'List the days that an organisation has added, closed or retired, or all of a year.',
  operands: {},
  options: {
    organisation,
    year: optional(words, {
      placeholder: 'YEAR',
      meaning: 'All days of the year, with those that are shipped.',
    }),
  },
  example: 'calendar list --organisation demo --year 2027',
  async run({ organisation: of, year }, desk) {
    const own = await ownDays(await enter(desk, of))
    const days =
      year === undefined ? own : withShipped(own).filter(({ on }) => on.startsWith(`${year}-`))
    const rows = days.map((day) => [
      day.on,
      day.calendar,
      day.kind,
      day.name,
      day.isRetired ? `retired: ${day.retiredReason ?? ''}` : day.source,
    ])
    const headings = ['DAY', 'CALENDAR', 'KIND', 'NAME', 'SOURCE']
    return {
      json: { days },
      text: textTable(headings, rows, 'No day has been added, closed or retired.'),
    }
  },
})

const retire: Command = command({
  name: 'calendar retire',
  summary:
    'Let a day off count as a working day from now on, or a day on which a House sits no more; it stays on record.',
  notes: [asking],
  operands: {
    day: required(date, { placeholder: 'DAY', meaning: 'The day, such as 2031-05-09.' }),
  },
  options: {
    organisation,
    calendar: optional(choice(...calendarNames), {
      placeholder: 'CALENDAR',
      meaning: `The one calendar: ${calendarNames.join(', ')}; without, all but those of a House.`,
    }),
    reason: required(words, { placeholder: 'REASON', meaning: 'Why.' }),
    yes,
  },
  example: 'calendar retire 2031-05-09 --organisation demo --reason "Proclamation withdrawn"',
  async run({ day: on, calendar, reason, organisation: of, yes: isAgreed }, desk) {
    const wanted = { change: 'retire', on, calendar, reason } as const
    const fault = `${on} is no day of that calendar.`
    return changeCalendar(await enter(desk, of), { name: retire.name, wanted, isAgreed, fault })
  },
})

const close: Command = command({
  name: 'calendar close',
  summary: 'Say on which days the organisation, or its school, is closed.',
  notes: [
    'Saturdays and Sundays among the days are left out: they do not count anyway. A local closure moves nothing that statute or a regulator sets; a school’s moves only what rules for schools set.',
    asking,
  ],
  operands: {
    days: required(calendarDays, {
      placeholder: 'DAY..DAY',
      meaning: 'The days, both included, or one day.',
    }),
  },
  options: {
    organisation,
    kind: required(choice('local', 'school'), {
      placeholder: 'KIND',
      meaning: 'Whose closure: local or school.',
    }),
    name: required(words, { placeholder: 'NAME', meaning: 'What it is called.' }),
    yes,
  },
  example: 'calendar close 2031-12-24..2031-12-31 --kind local --name "Christmas shutdown" --yes',
  async run({ days: { from, to }, kind, name, organisation: of, yes: isAgreed }, desk) {
    const wanted = { change: 'close', from, to, kind, name } as const
    return changeCalendar(await enter(desk, of), { name: close.name, wanted, isAgreed })
  },
})

export const calendarCommands = [add, list, retire, close]
