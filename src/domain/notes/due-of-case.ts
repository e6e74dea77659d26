import { dayOf, divisionOf, workingDaysBetween } from '#domain/calendar/index.ts'
import { countCase, shownDeadlines, toldOfRunning, type Told } from '#domain/clock/index.ts'
import { calendars } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'

/** An open case whose date is asked for. */
export interface DatedCase {
  readonly caseId: number
  readonly targetOn: string | null
  readonly now: Date
}

/** What is due next of an open case, in a word and a sentence: its target first; undefined where nothing is. */
export async function dueOfCase(
  db: Reading,
  { caseId, targetOn, now }: DatedCase,
): Promise<Told | undefined> {
  const today = writeLocalDate(now)
  const counted = await countCase(db, { caseId, now })
  const [first] = shownDeadlines(counted, { now, reader: 'staff' })
  if (first && first.state !== 'met' && first.state !== 'ended')
    return { mark: first.mark, summary: first.summary }
  return targetOn === null ? undefined : dueByTarget(db, targetOn, today)
}

/** Of a target that no rule gives: by the working days of the organisation's own nation. */
async function dueByTarget(db: Reading, targetOn: string, today: string): Promise<Told> {
  const [own, { nation }] = await Promise.all([calendars(db), organisationSettings(db)])
  const { table } = own.calendars[divisionOf[nation]]
  const [from, to] = [dayOf(today), dayOf(targetOn)]
  const left =
    from <= to ? workingDaysBetween(table, from, to) : -workingDaysBetween(table, to, from)
  return toldOfRunning(targetOn, left, today)
}
