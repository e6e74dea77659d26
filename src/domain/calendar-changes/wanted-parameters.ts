import { dayOf, readCalendarFile } from '#domain/calendar/index.ts'
import { choice, date, longText, text } from '#kernel/kinds.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import { calendarNames, type WantedChange } from './wanted.ts'

const line = text({ max: 200 })

/** How a change to the calendar is sent: what is needed beside `Change` depends on it. */
export const wantedParameters = {
  change: required(choice('import', 'close', 'retire'), 'Change'),
  feed: optional(longText, 'Text of the file'),
  from: optional(date, 'First day'),
  to: optional(date, 'Last day'),
  kind: optional(choice('local', 'school'), 'Who is closed'),
  name: optional(line, 'What it is called'),
  day: optional(date, 'Day'),
  calendar: optional(choice(...calendarNames), 'Calendar'),
  reason: optional(line, 'Reason'),
}

type Sent = Input<typeof wantedParameters>

/** The change that was sent; throws invalidInput with all that is missing or cannot be. */
export function wantedChange(sent: Sent): WantedChange {
  if (sent.change === 'import') return importing(sent)
  return sent.change === 'close' ? closing(sent) : retiring(sent)
}

function importing({ feed }: Sent): WantedChange {
  if (feed === undefined) throw refused([missing('Feed', 'Paste the text of the file')])
  const read = readCalendarFile(feed)
  if ('faults' in read) throw refused([invalid('Feed', shown(read.faults))])
  return { change: 'import', ...read }
}

const mostFaults = 10

const shown = (faults: readonly string[]): string =>
  [
    ...faults.slice(0, mostFaults),
    ...(faults.length > mostFaults ? [`${faults.length - mostFaults} more are wrong.`] : []),
  ].join(' ')

const mostDays = 400

function closing({ from, to = from, kind, name }: Sent): WantedChange {
  if (from !== undefined && to !== undefined && kind !== undefined && name !== undefined) {
    const faults = spanFaults(from, to)
    if (faults.length > 0) throw refused(faults)
    return { change: 'close', from, to, kind, name }
  }
  throw refused([
    ...unless(from, missing('From', 'Enter the first day')),
    ...unless(kind, missing('Kind', 'Select who is closed')),
    ...unless(name, missing('Name', 'Enter what it is called')),
  ])
}

function spanFaults(from: string, to: string): readonly Flaw[] {
  if (to < from) return [invalid('To', 'Enter a last day that is not before the first')]
  const isLong = dayOf(to) - dayOf(from) >= mostDays
  return isLong ? [invalid('To', `Enter ${mostDays} days or fewer`)] : []
}

function retiring({ day, calendar, reason }: Sent): WantedChange {
  if (day !== undefined && reason !== undefined)
    return { change: 'retire', on: day, calendar, reason }
  throw refused([
    ...unless(day, missing('Day', 'Enter the day')),
    ...unless(reason, missing('Reason', 'Enter why')),
  ])
}

const unless = (sent: string | undefined, flaw: Flaw): readonly Flaw[] =>
  sent === undefined ? [flaw] : []

const missing = (parameter: string, message: string): Flaw => ({
  parameter,
  kind: 'missing',
  message,
})
const invalid = (parameter: string, message: string): Flaw => ({
  parameter,
  kind: 'invalid',
  message,
})

/** A refusal for what was sent. */
export const refused = (flaws: readonly Flaw[]): Refusal => new Refusal(invalidInput, flaws)

const nothingNew = {
  import: invalid('Feed', 'Every day in it is known already: nothing would change'),
  close: invalid('From', 'Every weekday of these is closed already: nothing would change'),
  retire: invalid('Day', 'That calendar does not have it: nothing would change'),
}

/** The refusal of a change that would change nothing. */
export const refusedAsKnown = ({ change }: Pick<WantedChange, 'change'>): Refusal =>
  refused([nothingNew[change]])
