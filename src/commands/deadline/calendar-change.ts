import { createInterface } from 'node:readline/promises'
import {
  changeDays,
  overlaid,
  plannedChange,
  type PlannedChange,
  type WantedChange,
} from '#domain/calendar-changes/index.ts'
import { houseTitles, inWords } from '#domain/calendar/index.ts'
import type { DeadlineMove } from '#domain/clock/index.ts'
import { listCalendarDays, ownCalendars, type CalendarDay } from '#domain/holidays/index.ts'
import { previewMoves } from '#domain/recomputation/index.ts'
import type { Outcome } from '#commands/command.ts'
import { counted } from '#commands/counted.ts'
import { CommandFault } from '#commands/fault.ts'
import { actor, change, operatingSystemUser, type Place } from '#commands/in-organisation.ts'
import { textTable } from '#commands/text-table.ts'

/** A change to the calendar that somebody has asked for. */
export interface AskedChange {
  /** The command, as the audit names it. */
  readonly name: string
  readonly wanted: WantedChange
  readonly isAgreed: boolean
  /** What is said where nothing would change and that is a mistake. */
  readonly fault?: string
}

const shownMoves = 20

/**
 * Shows which open cases a change to the calendar moves, asks unless that is agreed, stores it and has all open
 * cases recomputed. Throws CommandFault where nobody agrees.
 */
export async function changeCalendar(place: Place, asked: AskedChange): Promise<Outcome> {
  const { installation, organisationId } = place
  const own = await installation.database.read(organisationId, (db) => listCalendarDays(db, {}))
  const { days, summary, staying, recesses } = plannedChange(asked.wanted, own)
  if (days.length === 0) return nothing({ summary, staying }, asked)
  const moves = await previewMoves(installation.database, organisationId, {
    instead: ownCalendars(overlaid(own, days)),
    now: installation.clock.now(),
  })
  const preview = [
    `${summary}:`,
    ...days.map(dayInWords),
    ...stayingInWords(staying),
    ...recesses.map(recessInWords),
    movesInWords(moves),
  ].join('\n')
  if (!asked.isAgreed) await agree(preview)
  const stored = await storedOnce(place, asked)
  if (stored.recomputationId === null) return nothing(stored, asked)
  return {
    json: { days: stored.days, staying, moves, recomputationId: stored.recomputationId },
    text: `${preview}\nStored; recomputation ${stored.recomputationId} of all open cases has been put in (see calendar progress).`,
  }
}

function nothing(
  { summary, staying }: Pick<PlannedChange, 'summary' | 'staying'>,
  { fault }: AskedChange,
): Outcome {
  if (fault !== undefined) throw new CommandFault(fault)
  return {
    json: { days: [], staying, moves: [], recomputationId: null },
    text: [`${summary}.`, ...stayingInWords(staying)].join('\n'),
  }
}

const stayingInWords = (staying: readonly CalendarDay[]): readonly string[] =>
  staying.length === 0
    ? []
    : [
        `The file does not have ${counted(staying.length, 'day')} that ${staying.length === 1 ? 'is' : 'are'} known, which ${staying.length === 1 ? 'stays' : 'stay'} (see calendar retire):`,
        ...staying.map(dayInWords),
      ]

const recessInWords = ({ house, from, to }: PlannedChange['recesses'][number]): string =>
  `The ${houseTitles[house]} does not sit from ${inWords(from)} to ${inWords(to)}.`

const storedOnce = (place: Place, { name, wanted }: AskedChange) =>
  change(place, name, async (db, now) => {
    const given = { author: operatingSystemUser(), by: actor(), now }
    const result = await changeDays(db, wanted, given)
    const { days, recomputationId } = result
    const told = days.map(({ calendar, on, kind }) => ({ calendar, on, kind }))
    const particulars = recomputationId === null ? undefined : { days: told, recomputationId }
    return { result, particulars }
  })
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
