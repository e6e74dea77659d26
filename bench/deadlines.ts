import { isoOf, nations, type Receipt } from '#domain/calendar/index.ts'
import {
  deadlineOf,
  ruleOf,
  type Circumstances,
  type ClockEvent,
  type Rule,
} from '#domain/deadlines/index.ts'
import { median } from './figures.ts'
import { atLeast, type Line } from './lines.ts'

interface Question {
  readonly rule: Rule
  readonly circumstances: Circumstances
}

const wanted = 100_000
const firstDay = 19_700
const days = 1_500
const plain = ['FOI_RESPONSE', 'SAR_RESPONSE', 'HO_S1_RESPONSE', 'CSC_S3_PANEL', 'FOISA_RESPONSE']

/** How many due dates one core gives a second, of cases to which nothing happened and of cases with stops. */
export function deadlineLines(rounds: number): readonly Line[] {
  const quiet = questions(plain, () => [])
  const eventful = questions(['FOI_RESPONSE', 'SAR_RESPONSE', 'EIR_RESPONSE'], stopsAfter)
  return [
    lineOf('with no event', measured(quiet, rounds)),
    lineOf('with two questions and an extension', measured(eventful, rounds)),
  ]
}

const lineOf = (what: string, perSecond: number): Line => ({
  part: 'deadlines',
  what: `due dates ${what}, one core`,
  figures: { perSecond },
  aims: [atLeast('a second', perSecond, wanted)],
})

function questions(
  rules: readonly string[],
  eventsAfter: (day: number) => readonly ClockEvent[],
): readonly Question[] {
  return Array.from({ length: days }, (_, at) => {
    const received: Receipt = { on: isoOf(firstDay + at) }
    const nation = nations[at % nations.length] ?? 'england'
    const rule = ruleOf(rules[at % rules.length] ?? '')
    return { rule, circumstances: { received, nation, events: eventsAfter(firstDay + at) } }
  })
}

const stopsAfter = (day: number): readonly ClockEvent[] => [
  { name: 'clarification_requested', on: isoOf(day + 3) },
  { name: 'clarification_received', on: isoOf(day + 9) },
  { name: 'fees_notice_given', on: isoOf(day + 12) },
  { name: 'fee_received', on: isoOf(day + 15) },
  { name: 'extension_notified', on: isoOf(day + 20) },
]

/** The median of the rounds, each of about a second, after one that is not counted. */
function measured(all: readonly Question[], rounds: number): number {
  round(all)
  return median(Array.from({ length: rounds }, () => round(all)))
}

function round(all: readonly Question[]): number {
  const start = performance.now()
  let count = 0
  let dated = 0
  let passed = 0
  while (passed < 1000) {
    for (const { rule, circumstances } of all)
      if (deadlineOf(rule, circumstances).dueOn !== undefined) dated++
    count += all.length
    passed = performance.now() - start
  }
  if (dated !== count) throw new Error(`${count - dated} of ${count} came to no date`)
  return (count * 1000) / passed
}
