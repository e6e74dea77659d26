import { caseReference } from '#domain/access/index.ts'
import { moment, inWords, type Receipt } from '#domain/calendar/index.ts'
import { countCase, type DatedCase } from '#domain/clock/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { startOfLocalDate, writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { forbidden } from './errors.ts'
import { getReceivedMethod, updateReceipt } from './queries.ts'
import { refuseNewlyForbidden } from './newly-refused.ts'
import { settledAs, settleWith } from './tell-case.ts'

/** Corrects when and by what channel a case was received, and moves every date that depends on it. */
export const correctReceipt = operation({
  name: 'correctreceipt',
  summary: 'Correct when a case was received',
  effect: 'write',
  permission: 'case.receipt.correct',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    received: required(moment, 'Date of receipt'),
    channel: optional(shortText, 'Channel'),
    reason: required(shortText, 'Reason'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('correctreceiptresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Received: '2026-02-27T17:20', Reason: 'Came to the other office' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const { received } = input
    checkPast(received, now)
    const method = await channelOf(db, input.channel)
    const counted = await countCase(db, { caseId, now })
    const { dated } = counted
    const receivedAt = instantOf(received)
    await refuseUnchanged(db, dated, { receivedAt, method })
    const changed = settledAs(counted, withReceipt(dated, receivedAt, received.on), now)
    refuseNewlyForbidden(counted.deadlines, changed.settled.deadlines, 'Received')
    const receivedBefore = dated.receivedOn
    void updateReceipt(db, { caseId, receivedAt, receivedOn: received.on, receivedBefore, method })
    const particulars = { before: receivedBefore, after: received.on, reason: input.reason }
    const doing = { author: actor.name, now }
    settleWith(db, changed, { ...doing, kind: 'receiptCorrected', particulars })
    record(caseId, { before: receivedBefore, after: received.on })
    return { caseId }
  },
})

/** A receipt without its time counts from the first moment of its day, as createcase has it. */
function instantOf({ on, at }: Receipt): Date {
  const instant = at === undefined ? startOfLocalDate(on) : new Date(at)
  if (!instant) throw forbidden('Received', 'Date of receipt must be a real date')
  return instant
}

function checkPast({ on, at }: Receipt, now: Date): void {
  const isAhead = at === undefined ? on > writeLocalDate(now) : Date.parse(at) > now.getTime()
  if (isAhead)
    throw forbidden(
      'Received',
      `Date of receipt must not be in the future: today is ${inWords(writeLocalDate(now))}`,
    )
}

async function channelOf(db: Reading, sent: string | undefined): Promise<string | null> {
  if (sent === undefined) return null
  const method = (await configuredOptions(db)).match('request method', sent)
  if (method === undefined) throw forbidden('Channel', 'Channel must be a value of its list')
  return method
}

interface Corrected {
  readonly receivedAt: Date
  readonly method: string | null
}

/** A receipt is shown and asked for to the minute, so its seconds are no correction. */
async function refuseUnchanged(
  db: Reading,
  { caseId, receivedAt: before }: DatedCase,
  { receivedAt, method }: Corrected,
): Promise<void> {
  if (minuteOf(receivedAt) !== minuteOf(before)) return
  if (method !== null && method !== (await getReceivedMethod(db, { caseId })).method) return
  throw forbidden(
    'Received',
    'Nothing was changed: enter another date, time or channel, or leave the receipt as it is',
  )
}

const minuteOf = (moment: Date): number => Math.floor(moment.getTime() / 60_000)

/** Stages that began with the case began when it was received. */
const withReceipt = (dated: DatedCase, receivedAt: Date, receivedOn: string): DatedCase => ({
  ...dated,
  receivedAt,
  receivedOn,
  stages: dated.stages.map((stage) =>
    stage.receivedOn === dated.receivedOn && !stage.receivedAt ? { ...stage, receivedOn } : stage,
  ),
})
