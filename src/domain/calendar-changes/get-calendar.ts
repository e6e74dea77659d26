import { listCalendarDays } from '#domain/holidays/index.ts'
import { listRecomputations } from '#domain/recomputation/index.ts'
import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { withShipped } from './wanted.ts'

const latest = 3

/** The days that the organisation added, closed or retired, or all days off of a year; and what is recomputed. */
export const getCalendar = operation({
  name: 'getcalendar',
  summary: 'Show the days on which the organisation does not work',
  effect: 'read',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: { year: optional(integer({ min: 1900, max: 2999 }), 'Year') },
  errors: [],
  returns: 'content',
  examples: [{}, { Year: '2026' }],

  async handle({ input: { year }, db }) {
    const [own, recomputations] = await Promise.all([
      listCalendarDays(db, {}),
      listRecomputations(db, { most: latest }),
    ])
    const every = withShipped(own)
    const days = year === undefined ? own : every.filter(({ on }) => on.startsWith(`${year}-`))
    return {
      days,
      years: [...new Set(every.map(({ on }) => on.slice(0, 4)))].toSorted(),
      recomputations,
    }
  },
})
