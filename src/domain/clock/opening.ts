import { openingStages, type Procedure } from '#domain/procedures/index.ts'
import type { DatedCase } from './dated-case.ts'
import { remindingOf, type RemindingTimes } from './reminding.ts'
import { countAll, counter, type Ground, type Replayed } from './replay.ts'
import { rowOf, type DeadlineRow } from './deadline-row.ts'
import { lettersOf, tasksOf, type RaisedLetter, type RaisedTask } from './raised-work.ts'
import { dayOfWork, dueOfStage } from './settlement.ts'
import { targetOf } from './target.ts'

/** A stage that begins with a case, as it is written. */
export interface OpeningStageRow {
  readonly track: string
  readonly code: string
  readonly number: number | null
  readonly targetDays: number | null
  readonly dueOn: string | null
}

/** The stages, deadlines, tasks and letters with which a case begins, and the target that it shows. */
export interface Opening {
  readonly deadlines: readonly Omit<DeadlineRow, 'caseId'>[]
  readonly stages: readonly OpeningStageRow[]
  readonly tasks: readonly RaisedTask[]
  readonly letters: readonly RaisedLetter[]
  readonly targetOn: string | null
  readonly targetDays: number | null
  /** The number on the wire of the main track's first stage. */
  readonly stage: number | null
}

/** When a case was received, and when it was opened here. */
export interface Received {
  readonly at: Date
  readonly on: string
  readonly now: Date
}

/** Counts what begins with a case, without asking a database. */
export function openClock(received: Received, ground: Ground): Opening {
  const begun = openingStages(ground.procedure)
  const counting = counter(newCase(received, ground.procedure), ground)
  const deadlines = countAll(counting, ground)
  const dated = <T extends RaisedTask | RaisedLetter>(raised: T): T => ({
    ...raised,
    dueOn: raised.dueFrom ? dayOfWork(raised.dueFrom, raised, { counting, ground }) : null,
  })
  return {
    deadlines: deadlines.map((each) => withoutCase(each, { ...ground, now: received.now })),
    stages: begun.map(({ track, stage }) => ({
      track: track.code,
      code: stage.code,
      number: stage.number ?? null,
      ...stageTarget(deadlines, { track: track.code, stage: stage.code }),
    })),
    tasks: begun.flatMap(tasksOf).map(dated),
    letters: begun.flatMap((placed) => lettersOf(placed, 'stage started')).map(dated),
    ...(targetOf({ closedOn: null }, deadlines) ?? { targetOn: null, targetDays: null }),
    stage: begun[0]?.stage.number ?? null,
  }
}

function newCase({ at, on, now }: Received, procedure: Procedure): DatedCase {
  return {
    caseId: 0,
    receivedAt: at,
    receivedOn: on,
    closedOn: null,
    isAnswered: false,
    targetOn: null,
    targetDays: null,
    stages: openingStages(procedure).map(({ track, stage }) => ({
      track: track.code,
      code: stage.code,
      receivedOn: on,
      startedAt: now.toISOString(),
      endedAt: null,
      dueOn: null,
    })),
    events: [],
    deadlines: [],
    tasks: [],
    drafts: [],
  }
}

function withoutCase(replayed: Replayed, times: RemindingTimes): Omit<DeadlineRow, 'caseId'> {
  const { caseId: _, ...row } = rowOf(0, replayed, remindingOf(replayed, undefined, times))
  return row
}

/** The days in which a stage must be done, and the day; null where it has no such deadline. */
export function stageTarget(
  deadlines: readonly Replayed[],
  scope: { readonly track: string; readonly stage: string },
) {
  const own = deadlines.filter(({ track, stage }) => track === scope.track && stage === scope.stage)
  return {
    targetDays: targetOf({ closedOn: null }, own)?.targetDays ?? null,
    dueOn: dueOfStage(deadlines, scope) ?? null,
  }
}
