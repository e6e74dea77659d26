import type { Change } from '#domain/change-log/index.ts'
import { createInterface } from 'node:readline/promises'
import type { DeadlineMove } from '#domain/clock/index.ts'
import { listCalendarDays, ownCalendars, type CalendarDay } from '#domain/holidays/index.ts'
import { previewMoves, startRecomputation } from '#domain/recomputation/index.ts'
import type { Outcome } from '#commands/command.ts'
import { counted } from '#commands/counted.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, operatingSystemUser, type Place } from '#commands/in-organisation.ts'
import { textTable } from '#commands/text-table.ts'
import type { Writing } from '#platform/statement.ts'

/** A change to the calendar that somebody has asked for. */
export interface CalendarChange {
  /** The command, as the audit names it. */
  readonly name: string
  /** The days that it adds or retires. */
  readonly days: readonly CalendarDay[]
  /** What it comes to, such as "2 days are new". */
  readonly summary: string
  readonly isAgreed: boolean
  readonly store: (db: Writing, given: { author: string; now: Date }) => Promise<unknown>
}

const shownMoves = 20

/**
 * Shows which open cases a change to the calendar moves, asks unless that is agreed, stores it and has all open
 * cases recomputed. Throws CommandFault where nobody agrees.
 */
export async function changeCalendar(place: Place, wanted: CalendarChange): Promise<Outcome> {
  const { installation, organisationId } = place
  const { days, summary } = wanted
  if (days.length === 0)
    return { json: { days, moves: [], recomputationId: null }, text: `${summary}.` }
  const own = await installation.database.read(organisationId, (db) => listCalendarDays(db, {}))
  const calendars = ownCalendars(overlaid(own, days))
  const moves = await previewMoves(installation.database, organisationId, {
    calendars,
    now: installation.clock.now(),
  })
  const preview = [`${summary}:`, ...days.map(dayInWords), movesInWords(moves)].join('\n')
  if (!wanted.isAgreed) await agree(preview)
  const recomputationId = await change(place, wanted.name, async (db, now) => {
    const given = { author: operatingSystemUser(), now }
    await wanted.store(db, given)
    const result = await startRecomputation(db, { reason: summary, ...given })
    const particulars = { days: days.map(({ calendar, on, kind }) => ({ calendar, on, kind })) }
    const changes = changesOf(days)
    return { result, particulars: { ...particulars, recomputationId: result }, changes }
  })
  return {
    json: { days, moves, recomputationId },
    text: `${preview}\nStored; recomputation ${recomputationId} of all open cases has been put in (see calendar progress).`,
  }
}

/** For the change log: what was added, and what was retired. */
function changesOf(days: readonly CalendarDay[]): readonly Change[] {
  const changeOf = (isRetired: boolean): readonly Change[] => {
    const changed = days.filter((day) => day.isRetired === isRetired)
    const kept = { days: changed.map(({ calendar, on, name }) => `${calendar} ${on} ${name}`) }
    const subject = [...new Set(changed.map(({ kind }) => kind))].join(', ')
    const sides = isRetired ? { before: kept, after: null } : { before: null, after: kept }
    return changed.length === 0 ? [] : [{ kind: 'calendar', subject, ...sides }]
  }
  return [...changeOf(false), ...changeOf(true)]
}

const keyOf = ({ calendar, kind, on }: CalendarDay): string => `${calendar} ${kind} ${on}`

/** The days as they will be: those of the change stand instead of those that are there. */
function overlaid(own: readonly CalendarDay[], days: readonly CalendarDay[]) {
  const changed = new Set(days.map(keyOf))
  return [...own.filter((each) => !changed.has(keyOf(each))), ...days]
}

const dayInWords = ({ calendar, on, name, kind }: CalendarDay): string =>
  `  ${on}  ${name} (${kind}, ${calendar})`

function movesInWords(moves: readonly DeadlineMove[]): string {
  const cases = new Set(moves.map(({ caseId }) => caseId)).size
  if (cases === 0) return 'No deadline of an open case moves.'
  const rows = moves
    .slice(0, shownMoves)
    .map(({ caseId, code, before, after }) => [
      String(caseId),
      code,
      before ?? 'none',
      after ?? 'none',
    ])
  const table = textTable(['CASE', 'DEADLINE', 'FROM', 'TO'], rows, '')
  const further = moves.length - rows.length
  return `${counted(moves.length, 'deadline')} of ${counted(cases, 'open case')} ${moves.length === 1 ? 'moves' : 'move'}:\n${table}${further > 0 ? `\n… and ${further} more (--json shows all)` : ''}`
}

async function agree(preview: string): Promise<void> {
  const refused = `${preview}\nNothing was changed`
  if (!process.stdin.isTTY) throw new CommandFault(`${refused}: add --yes to agree.`)
  process.stderr.write(`${preview}\n`)
  const line = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await line.question('Change the calendar so? [y/N] ')
    if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFault('Nothing was changed.')
  } finally {
    line.close()
  }
}
