import { calendarTitle, inWords, isHouse, provisionalInWords } from '#domain/calendar/index.ts'
import { titleOf, type Basis, type Convention } from '#domain/time-limits/index.ts'
import type { Deadline, MovedNothing } from './deadline.ts'
import { instantInWords } from './due-in-words.ts'
import type { Explanation, SkippedDay, Step } from './explain.ts'

/** Whom an explanation is for: staff read the rule and its version too. */
export type Reader = 'staff' | 'customer'

/** Says which of the things that happened do not count, and why; nothing where all of them do. */
export const notCounted = (deadline: Deadline): readonly string[] => [
  ...extensions({ ...deadline, extensions: deadline.extensions.filter(({ isValid }) => !isValid) }),
  ...deadline.movedNothing.map(still),
]

/** Says why a date is what it is, one sentence or short paragraph each. */
export function explanationInWords(explanation: Explanation, reader: Reader): readonly string[] {
  const { deadline } = explanation
  return [
    answer(deadline),
    ...(deadline.state === 'unsettled' ? [] : begun(deadline)),
    ...(deadline.state === 'unsettled' ? [] : [countedOf(deadline)]),
    ...named(deadline),
    ...leftOut(explanation),
    ...explanation.steps.slice(1).map(step),
    ...(deadline.calendar && explanation.skipped.length === 0 && deadline.state === 'due'
      ? ['No day was left out.']
      : []),
    ...extensions(deadline),
    ...deadline.movedNothing.map(still),
    ...provisional(deadline),
    ...(reader === 'staff'
      ? staffOnly(deadline)
      : [`The rule is in: ${deadline.source.citation}.`]),
  ]
}

function answer({ title, state, dueOn, dueAt, wouldHaveBeen, because, ...of }: Deadline): string {
  if (dueOn !== undefined)
    return of.counting.convention === 'CLEAR_DAYS'
      ? `${title}: ${inWords(dueOn)}.`
      : `${title}: by the end of ${inWords(dueOn)}.`
  if (dueAt !== undefined) return `${title}: by ${instantInWords(dueAt)}, UK time.`
  if (state === 'unsettled') return `${title}: there is no date yet. ${because}.`
  return `${title}: the clock is stopped, so there is no date. ${because}. Without that it would have been ${inWords(wouldHaveBeen ?? '')}.`
}

function begun(deadline: Deadline): readonly string[] {
  const { received, trigger, startsOn, startsBecause, restarts } = deadline
  const triggered = `The day on which ${trigger}: ${inWords(received.on)}.`
  if (startsBecause === 'received') return [triggered]
  if (startsBecause === 'last permitted day')
    return [
      triggered,
      `No acknowledgement is recorded, so the time runs from the last day to acknowledge, ${inWords(startsOn)}.`,
    ]
  const restart = restarts.findLast(({ answeredOn }) => answeredOn === startsOn)
  const earlier = restarts.filter(({ answeredOn }) => answeredOn < startsOn)
  return [
    triggered,
    ...earlier.map(
      ({ askedOn, answeredOn }) =>
        `The time started afresh on ${inWords(answeredOn)}: the question of ${inWords(askedOn)} was answered on that day.`,
    ),
    restart
      ? `The time starts afresh on ${inWords(startsOn)}: the question of ${inWords(restart.askedOn)} was answered on that day.`
      : `The time runs from ${inWords(startsOn)}: ${titleOf(startsBecause).toLowerCase()}.`,
  ]
}

type Wording = (number: number, unit: string) => string

const wordings: Readonly<Record<Convention, Wording>> = {
  AFTER_WD: (n, unit) => `${many(n, unit)} counted; the first ${unit} after that day is day 1.`,
  AFTER_DAYS: (n) => `${many(n, 'day')} counted, from the day after.`,
  AFTER_DAYS_ROLL: (n) => `${many(n, 'day')} counted, from the day after.`,
  BEGINNING_WITH_DAYS: (n) => `${many(n, 'day')} counted; that day is day 1.`,
  BEGINNING_WITH_MONTHS: (n) =>
    n === 1
      ? 'One month begins with that day, so it ends on the day before.'
      : `${n} months begin with that day, so they end on the day before.`,
  CORRESPONDING_MONTHS: (n) =>
    `The corresponding date ${n === 1 ? 'one month' : `${n} months`} later, or the last day of that month if it has none.`,
  CLEAR_DAYS: (n) =>
    `${n} clear ${n === 1 ? 'day' : 'days'} must pass; Sundays, bank holidays, Good Friday and Christmas Day are no such days, whichever day of the week they fall on, and other Saturdays are.`,
  HOURS: (n) =>
    `${many(n, 'hour')} counted as ${n === 1 ? 'it passes' : 'they pass'}, through nights, holidays and clock changes.`,
}

const many = (number: number, unit: string): string =>
  number === 1 ? `1 ${unit} is` : `${number} ${unit}s are`

const countedOf = ({ counting: { convention, number }, calendar, isAtLatest }: Deadline): string =>
  `${wordings[convention](number ?? 0, dayUnit(calendar))}${isAtLatest ? ' That ends sooner than the count of the days on which the school is open.' : ''}`

/** Weekends are told in one phrase, other days each by name, and days of one pause or closure together. */
function leftOut({ skipped }: Explanation): readonly string[] {
  if (skipped.length === 0) return []
  const weekends = skipped.filter(({ kind }) => kind === 'weekend')
  const others = Map.groupBy(
    skipped.filter(({ kind }) => kind !== 'weekend'),
    ({ name, kind, on }) => (kind === 'bank holiday' ? `${name} ${on}` : name),
  )
  const phrases = [...others.values()].map(together)
  const days = [...new Set(weekends.map(({ name }) => `${name}s`))].toSorted()
  const all = days.length > 0 ? [days.join(' and '), ...phrases] : phrases
  return [`These days do not count: ${all.join('; ')}.`]
}

function together(days: readonly SkippedDay[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  if (days.length === 1) return `${first.name}, ${inWords(first.on)}`
  return `${first.name}, ${days.length} days between ${inWords(first.on)} and ${inWords(last.on)}`
}

const step = ({ what, on }: Step): string =>
  what === 'with days left out'
    ? `With the days that do not count that is ${inWords(on)}.`
    : `The last day moves to the next working day, ${inWords(on)}.`

function named({ naming }: Deadline): readonly string[] {
  if (!naming) return []
  const { namedOn, earliestOn } = naming
  return [
    namedOn === undefined
      ? 'That is the notice that must be given, so this is the earliest day that can be named. No named day is recorded.'
      : `That is the notice that must be given, so the earliest day that could be named is ${inWords(earliestOn)}. The day named is ${inWords(namedOn)}.`,
  ]
}

const extensions = (deadline: Deadline): readonly string[] =>
  deadline.extensions.map(({ toldOn, withoutItOn, because }) =>
    because === undefined
      ? `An extension was told on ${inWords(toldOn)}; without it the day would be ${inWords(withoutItOn)}.`
      : `The extension told on ${inWords(toldOn)} does not count: ${because}.`,
  )

const still = ({ event, on, because }: MovedNothing): string =>
  `"${event === 'closure' ? 'Closed' : titleOf(event)}" on ${inWords(on)} is recorded and moves nothing: ${because}.`

const provisional = ({ provisional: found }: Deadline): readonly string[] =>
  found ? [`This is provisional: ${provisionalInWords(found)}.`] : []

/** What a date rests on, as words that follow "it rests on". */
export const basesInWords: Readonly<Record<Basis, string>> = {
  statute: 'the words of the statute',
  guidance: 'the guidance or code of a regulator or of government',
  convention: 'a convention of its own, not law',
  unconfirmed: 'a reading that nobody has confirmed yet',
}

function staffOnly({ title, version, source, basis, calendar }: Deadline): readonly string[] {
  return [
    `Rule “${title}”, version ${version}: ${source.citation}${source.address === '' ? '' : ` (${source.address})`}. It rests on ${basesInWords[basis]}.`,
    calendar
      ? `${capital(dayUnit(calendar))}s are those of ${calendarTitle(calendar.name)} (calendar version ${calendar.version}).`
      : 'No calendar of working days is used.',
  ]
}

/** What a day is called that a calendar counts. */
const dayUnit = (calendar: Deadline['calendar']): 'working day' | 'sitting day' =>
  calendar && isHouse(calendar.name) ? 'sitting day' : 'working day'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
