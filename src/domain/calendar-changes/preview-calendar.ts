import { listCalendarDays, ownCalendars } from '#domain/holidays/index.ts'
import { movesUnder, toldMoves } from '#domain/recomputation/index.ts'
import { operation } from '#kernel/operation.ts'
import { overlaid, plannedChange } from './wanted.ts'
import { refusedAsKnown, wantedChange, wantedParameters } from './wanted-parameters.ts'

/** What a change to the calendar comes to, and which deadlines of open cases that the caller may know of it moves. */
export const previewCalendar = operation({
  name: 'previewcalendar',
  summary: 'Show which deadlines a change to the calendar moves',
  effect: 'read',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: wantedParameters,
  errors: [],
  returns: 'content',
  examples: [{ Change: 'retire', Day: '2026-12-25', Calendar: 'scotland', Reason: 'Withdrawn' }],

  async handle({ input, db, now }) {
    const wanted = wantedChange(input)
    const own = await listCalendarDays(db, {})
    const { days, summary, staying, recesses } = plannedChange(wanted, own)
    if (days.length === 0) throw refusedAsKnown(wanted)
    const moves = await movesUnder(db, { instead: ownCalendars(overlaid(own, days)), now })
    return { days, summary, staying, recesses, ...toldMoves(moves) }
  },
})
