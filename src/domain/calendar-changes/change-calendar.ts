import { listCalendarDays } from '#domain/holidays/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { changeDays } from './change-days.ts'
import { plannedChange, type WantedChange } from './wanted.ts'
import { refused, refusedAsKnown, wantedChange, wantedParameters } from './wanted-parameters.ts'

/** Brings bank holidays in, closes days or retires one, once that is agreed; then all open cases are recomputed. */
export const changeCalendar = operation({
  name: 'changecalendar',
  summary: 'Change the days on which the organisation does not work',
  effect: 'write',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: { ...wantedParameters, agreed: optional(flag, 'Agreed to what moves') },
  errors: [],
  returns: reply<{ changed: string }>('changecalendarresponse', { changed: 'changed' }),
  examples: [
    {
      Change: 'close',
      From: '2031-12-24',
      To: '2031-12-31',
      Kind: 'local',
      Name: 'Winter shutdown',
      Agreed: 'true',
    },
  ],

  async handle({ input, db, actor, now, record }) {
    const wanted = wantedChange(input)
    if (input.agreed !== true) throw await refusedUnagreed(db, wanted)
    const given = { author: actor.name, by: actorLabel(actor), now }
    const { days, summary, recomputationId } = await changeDays(db, wanted, given)
    if (days.length === 0) throw refusedAsKnown(wanted)
    const told = days.map(({ calendar, on, kind }) => ({ calendar, on, kind }))
    record(undefined, { change: wanted.change, days: told, recomputationId })
    return { changed: summary }
  },
})

/** Why a change that nobody has agreed to is not made: there is nothing to agree to, or that is still to be done. */
async function refusedUnagreed(db: Reading, wanted: WantedChange): Promise<Refusal> {
  const { days } = plannedChange(wanted, await listCalendarDays(db, {}))
  return days.length === 0
    ? refusedAsKnown(wanted)
    : refused([{ parameter: 'Agreed', kind: 'missing', message: 'Agree to what moves' }])
}
