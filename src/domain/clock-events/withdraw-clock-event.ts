import { caseReference } from '#domain/access/index.ts'
import { countCase } from '#domain/clock/index.ts'
import { reply } from '#kernel/answer.ts'
import { integer, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { unknownClockEvent } from './errors.ts'
import { withdrawClockEventOfCase } from './queries.ts'
import { refuseNewlyForbidden } from './newly-refused.ts'
import { refuseStoodOn } from './refuse-stood-on.ts'
import { settledAs, settleWith } from './tell-case.ts'

const eventNumber = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** Takes back what was recorded of a clock in error; it stays on record as withdrawn. */
export const withdrawClockEvent = operation({
  name: 'withdrawclockevent',
  summary: 'Withdraw what was recorded of the clock of a case',
  effect: 'write',
  permission: 'case.clock.record',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    clockEvent: required(eventNumber, 'The event'),
    reason: required(shortText, 'Reason'),
  },
  errors: [unknownCase, unknownClockEvent],
  returns: reply<{ caseId: number }>('withdrawclockeventresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', ClockEvent: '30001', Reason: 'Recorded on the wrong case' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const counted = await countCase(db, { caseId, now })
    const { dated } = counted
    const withdrawn = dated.events.find(({ id }) => id === input.clockEvent)
    if (!withdrawn) throw refuse(unknownClockEvent)
    refuseStoodOn(counted, withdrawn)
    const events = dated.events.filter((each) => each !== withdrawn)
    const changed = settledAs(counted, { ...dated, events }, now)
    refuseNewlyForbidden(counted.deadlines, changed.settled.deadlines, 'ClockEvent')
    const doing = { author: actor.name, now }
    const { clockEvent: clockEventId } = input
    void withdrawClockEventOfCase(db, { caseId, clockEventId, reason: input.reason, ...doing })
    const particulars = { event: withdrawn.name, on: withdrawn.on }
    settleWith(db, changed, { ...doing, kind: 'clockEventWithdrawn', particulars })
    record(caseId, particulars)
    return { caseId }
  },
})
