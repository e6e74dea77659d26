import { caseReference } from '#domain/access/index.ts'
import { inWords } from '#domain/calendar/index.ts'
import { notAhead, typedDate } from '#domain/remedies/index.ts'
import { informationClosed } from '#domain/request-parts/index.ts'
import { reply } from '#kernel/answer.ts'
import { choice, flag, integer, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { activityKinds } from './cost-meter.ts'
import { getReceivedOn, insertActivity } from './cost-queries.ts'

/** Records work on a request for information, estimated or done, for the meter of the cost limit. */
export const recordCost = operation({
  name: 'recordcost',
  summary: 'Record work on a request',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    kind: required(choice(...activityKinds), 'What the work is'),
    minutes: required(integer({ min: 1, max: 100_000 }), 'Minutes'),
    estimate: optional(flag, 'It is an estimate'),
    workedBy: optional(shortText, 'Who does it'),
    doneOn: optional(typedDate, 'When it was done'),
    note: optional(longText, 'Note'),
  },
  errors: [unknownCase, informationClosed],
  returns: reply<{ caseId: number; activity: number }>('recordcostresponse', {
    caseId: 'caseid',
    activity: 'activity',
  }),
  examples: [
    { CaseId: '1001', Kind: 'locating', Minutes: '90', WorkedBy: 'Records', DoneOn: '13/3/2026' },
  ],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { kind, minutes, estimate: isEstimate = false, workedBy = actor.name } = input
    const { doneOn = writeLocalDate(now), note = null } = input
    const work = { kind, minutes, isEstimate, workedBy, doneOn: notAhead('DoneOn', doneOn, now) }
    await refuseBeforeReceipt(db, caseId, doneOn)
    const [added] = await insertActivity(db, { caseId, ...work, note, author: actor.name, now })
    if (!added) throw new Error('Work was not recorded')
    record(caseId, { ...added, kind, minutes, isEstimate })
    return { caseId, ...added }
  },
})

/** No work is done on a request that is not there. */
async function refuseBeforeReceipt(db: Reading, caseId: number, doneOn: string): Promise<void> {
  const { receivedOn } = await getReceivedOn(db, { caseId })
  if (doneOn >= receivedOn) return
  const message = `When it was done must not be before ${inWords(receivedOn)}, when the request was received. If it came earlier, correct the receipt first`
  throw new Refusal(invalidInput, [{ parameter: 'DoneOn', kind: 'invalid', message }])
}
