import type { FileDays } from '#domain/calendar/index.ts'
import { lockOwnOrganisation } from '#domain/organisations/index.ts'
import { recordChange, type Change } from '#domain/change-log/index.ts'
import {
  insertCalendarDays,
  listCalendarDays,
  retireCalendarDays,
  type CalendarDay,
} from '#domain/holidays/index.ts'
import { startRecomputation } from '#domain/recomputation/index.ts'
import type { Writing } from '#platform/statement.ts'
import { plannedChange, type PlannedChange, type WantedChange } from './wanted.ts'

/** Who changes the calendar: as the calendar names them, and as the change log does. */
export interface Changer {
  readonly author: string
  readonly by: string
  readonly now: Date
}

/** What was stored, and the recomputation that it has put in; none where nothing was stored. */
export interface StoredChange extends PlannedChange {
  readonly recomputationId: number | null
}

/**
 * Stores a change to the calendar, writes it into the change log and has all open cases recomputed. Others who
 * change the calendar wait; what is there already changes nothing and recomputes nothing.
 */
export async function changeDays(
  db: Writing,
  wanted: WantedChange,
  { author, by, now }: Changer,
): Promise<StoredChange> {
  await lockOwnOrganisation(db, {})
  const planned = plannedChange(wanted, await listCalendarDays(db, {}))
  const { days, summary } = planned
  if (days.length === 0) return { ...planned, recomputationId: null }
  await store(db, wanted, { days, author, now })
  for (const change of changesOf(days)) recordChange(db, change, { by, now })
  const recomputationId = await startRecomputation(db, { reason: summary, author, now })
  return { ...planned, recomputationId }
}

type Storing = Pick<Changer, 'author' | 'now'> & { readonly days: readonly CalendarDay[] }

const store = (db: Writing, wanted: WantedChange, given: Storing): Promise<unknown> =>
  wanted.change === 'retire'
    ? retireCalendarDays(db, { ...given, reason: wanted.reason })
    : insertCalendarDays(db, {
        ...given,
        source: wanted.change === 'import' ? sourceOf(wanted) : 'keyed in',
      })

const sourceOf = ({ holidays }: FileDays): string =>
  holidays.length > 0 ? 'GOV.UK feed' : 'file of sitting days'

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
