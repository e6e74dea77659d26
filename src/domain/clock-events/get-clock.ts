import { readOfCase } from '#domain/access/index.ts'
import { countCase, type Replayed } from '#domain/clock/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { operation } from '#kernel/operation.ts'
import { isOpen } from './check-clock-event.ts'
import { titleOfEvent } from '#domain/procedures/index.ts'
import { knownEvents } from './known-events.ts'
import { listClockChanges, listClockEvents } from './queries.ts'

/** What has happened to the clock of a case, who recorded it and why, and what may be recorded now. */
export const getClock = operation({
  name: 'getclock',
  summary: 'Show what has happened to the clock of a case',
  ...readOfCase,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor: { permissions }, now, subject: { caseId } }) {
    const [{ dated, ground, deadlines }, events, changes, options] = await Promise.all([
      countCase(db, { caseId, now }),
      listClockEvents(db, { caseId }),
      listClockChanges(db, { caseId }),
      configuredOptions(db),
    ])
    return {
      caseId,
      receivedOn: dated.receivedOn,
      receivedAt: dated.receivedAt,
      channels: options.all
        .filter(({ list }) => list === 'request method')
        .map(({ value, label }) => ({ value, label: label ?? value })),
      known: knownEvents(deadlines, ground.procedure),
      deadlines: deadlines.map(placedDeadline),
      events: events.map((event) => ({
        ...event,
        title: titleOfEvent(event.name, ground.procedure),
      })),
      changes: changes.map((change) => ({
        ...change,
        deadlineName: nameOf(deadlines, change.deadline),
      })),
      mayRecord: permissions.has('case.clock.record'),
      mayCorrectReceipt: permissions.has('case.receipt.correct'),
      maySetDates: permissions.has('case.deadline.override'),
    }
  },
})

const placedDeadline = (deadline: Replayed) => ({
  track: deadline.track,
  stage: deadline.stage,
  code: deadline.spec.code,
  name: deadline.spec.name,
  stageName: deadline.span.of?.stage.name ?? null,
  dueOn: deadline.dueOn,
  dueAt: deadline.dueAt,
  isOpen: isOpen(deadline),
  isSetByHand: deadline.overrideReason !== null,
})

const nameOf = (deadlines: readonly Replayed[], code: string | null): string | null =>
  deadlines.find(({ spec }) => spec.code === code)?.spec.name ?? code
