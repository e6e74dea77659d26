import {
  calendarsOf,
  dayInWords,
  inWords,
  nations,
  provisionalInWords,
  shippedCalendars,
  type Calendars,
} from '#domain/calendar/index.ts'
import {
  allRules,
  checkEvents,
  deadlineOf,
  eventsKnownTo,
  explain,
  explanationInWords,
  notCounted,
  withNumber,
  writtenAnswer,
  type Circumstances,
  type Deadline,
  type Explanation,
} from '#domain/deadlines/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { path, words } from '#commands/kinds.ts'
import { flag, optional, repeated, required } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import { choice, integer } from '#kernel/kinds.ts'
import { daysOf } from './calendar-days.ts'
import { clockEvent, ruleId, whenReceived } from './deadline-kinds.ts'
import { verify } from './deadline-verify.ts'

const due: Command = command({
  name: 'deadline due',
  summary: 'Say when something is due, and why.',
  notes: [
    'It needs no database and no installation. A date that touches a year without bank holidays is an error.',
    'An event that a rule forbids is refused with the rule: one before receipt, an answer to no question, a second stop, an extension told too late. Where the rule itself lets the date stand, as those for environmental information and subject access do with late extensions, and every rule with a question asked after the date then due, the date stands, the lines after it say what does not count and why, and the exit code is 0. deadline verify counts such questions, as the examples it reads do.',
  ],
  operands: {},
  options: {
    rule: required(ruleId, { placeholder: 'ID', meaning: 'The rule; see deadline rules.' }),
    nation: required(choice(...nations), {
      placeholder: 'NATION',
      meaning: `The nation of the body whose clock runs: ${nations.join(', ')}.`,
    }),
    received: required(whenReceived, {
      placeholder: 'WHEN',
      meaning: 'What the rule counts from: a date, or a time with or without its offset.',
    }),
    event: repeated(clockEvent, {
      least: 0,
      placeholder: 'NAME=VALUE',
      meaning: 'An event and its date, in any order.',
    }),
    'rule-version': optional(words, {
      placeholder: 'VERSION',
      meaning: 'A version of the rule; the one that governs the day of receipt, without.',
    }),
    number: optional(integer({ min: 1, max: 1000 }), {
      placeholder: 'DAYS',
      meaning: "The organisation's own number, where the rule leaves it open.",
    }),
    calendar: optional(path, {
      placeholder: 'FILE',
      meaning: 'Days beside those that are shipped, in a file as calendar import reads it.',
    }),
    explain: flag('Say why: each working day that counts and its number, and each day left out.'),
  },
  example:
    'deadline due --rule EIR_RESPONSE --nation wales --received 2027-05-08T18:00+01:00 --explain',
  async run({ rule: shipped, number, explain: isWanted, calendar: file, ...given }) {
    const rule = number === undefined ? shipped : withNumber(shipped, number)
    const calendars = file === undefined ? shippedCalendars() : await calendarsWith(file)
    const circumstances: Circumstances = {
      calendars,
      received: given.received,
      nation: given.nation,
      events: given.event,
      ...(given['rule-version'] === undefined ? {} : { version: given['rule-version'] }),
    }
    checkEvents(rule, circumstances)
    const deadline = deadlineOf(rule, circumstances)
    refuseProvisional(deadline)
    const explanation = explain(deadline, calendars)
    const reasons = explanationInWords(explanation, 'staff')
    const text = isWanted
      ? [writtenAnswer(deadline), ...reasons, ...dayByDay(explanation)].join('\n')
      : shortly(deadline)
    return {
      json: isWanted ? { ...explanation, words: reasons } : deadline,
      text,
      ...(deadline.counting.number === null ? { exitCode: 1 as const } : {}),
    }
  },
})

async function calendarsWith(file: string): Promise<Calendars> {
  const { holidays, sittings } = await daysOf(file)
  return calendarsOf({ added: holidays, sittings })
}

/** The days on the way to a date in their order: those that count by number, the others by name. */
const dayByDay = ({ counted, skipped }: Explanation): readonly string[] =>
  [
    ...counted.map(({ on, number }) => ({ on, mark: String(number), name: '' })),
    ...skipped.map(({ on, name }) => ({ on, mark: '-', name: `, does not count: ${name}` })),
  ]
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .map(({ on, mark, name }) => `${mark.padStart(5)}  ${dayInWords(on)}${name}`)

function refuseProvisional({ provisional, dueOn, rule }: Deadline): void {
  if (provisional && dueOn !== undefined)
    throw new CommandFault(
      `${rule} would come to ${inWords(dueOn)}, but only provisionally: ${provisionalInWords(provisional)}.`,
    )
}

/** One word where there is a date, else why there is none; then what does not count, a line each. */
const shortly = (deadline: Deadline): string =>
  [
    deadline.because === undefined
      ? writtenAnswer(deadline)
      : `${writtenAnswer(deadline)}: ${deadline.because}`,
    ...notCounted(deadline),
  ].join('\n')

const rules: Command = command({
  name: 'deadline rules',
  summary: 'List the rules, their versions, the events they know and the texts they come from.',
  notes: ['It needs no database and no installation.'],
  operands: {},
  options: {},
  example: 'deadline rules',
  async run() {
    const rows = allRules.flatMap(({ id, title, versions }) =>
      versions.map((each) => [
        id,
        each.version,
        each.takesEffectOn ?? '',
        each.calendar,
        `${each.counting.convention}(${each.counting.number ?? 'not settled'})`,
        each.basis,
        [...eventsKnownTo(each)].join(' '),
        title,
        each.source.citation,
      ]),
    )
    const headings = [
      'ID',
      'VERSION',
      'FROM',
      'CALENDAR',
      'COUNT',
      'BASIS',
      'EVENTS',
      'WHAT',
      'SOURCE',
    ]
    return { json: { rules: allRules }, text: textTable(headings, rows, 'There is no rule.') }
  },
})

export const deadlineCommands = [due, rules, verify]
