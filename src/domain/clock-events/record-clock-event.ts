import { caseReference } from '#domain/access/index.ts'
import { moment } from '#domain/calendar/index.ts'
import { countCase, type DatedCase, type DatedEvent, type Scope } from '#domain/clock/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { date, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { checkClockEvent } from './check-clock-event.ts'
import { scopeParameters } from './clock-kinds.ts'
import { forbidden } from './errors.ts'
import { writeClockEvent } from './write-clock-event.ts'

/** Records what happened to the clock of a case, and moves every date that depends on it. */
export const recordClockEvent = operation({
  name: 'recordclockevent',
  summary: 'Record what happened to the clock of a case',
  effect: 'write',
  permission: 'case.clock.record',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...scopeParameters,
    event: required(chosen(shortText), 'What happened'),
    date: required(moment, 'Date'),
    until: optional(date, 'Last day'),
    reason: optional(shortText, 'Reason'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number; movesNothing?: string }>('recordclockeventresponse', {
    caseId: 'caseid',
    movesNothing: 'movesnothing',
  }),
  examples: [{ CaseId: '1001', Event: 'school_closed', Date: '2026-03-11', Until: '2026-03-12' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const counted = await countCase(db, { caseId, now })
    const event: DatedEvent = {
      ...checkedScope(counted.dated, input),
      name: input.event.trim(),
      on: input.date.on,
      at: input.date.at ?? null,
      until: input.until ?? null,
    }
    const movesNothing = checkClockEvent(counted, event, writeLocalDate(now))
    writeClockEvent(db, counted, { event, reason: input.reason ?? null, author: actor.name, now })
    record(caseId, { event: event.name, on: event.on, until: event.until })
    return { caseId, ...(movesNothing === undefined ? {} : { movesNothing }) }
  },
})

/** The stage that is named, which the case must have been in; its track is the only one that has it. */
export function checkedScope(
  { stages }: DatedCase,
  { track, stage }: { readonly track?: string | undefined; readonly stage?: string | undefined },
): Scope {
  if (stage === undefined) return { track: '', stage: '' }
  const found = stages.find(
    ({ code, track: own }) => code === stage && (track === undefined || own === track),
  )
  if (!found) throw forbidden('Stage', 'Stage is not one that this case has been in')
  return { track: found.track, stage: found.code }
}
