import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { carryClock, forgetDeadlines, settleClock, type DeadlineMove } from '#domain/clock/index.ts'
import type { EventKind } from '#domain/events/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Writing } from '#platform/statement.ts'
import {
  closeCaseRow,
  dropWorkOfStage,
  endStagesOfCase,
  enterStagesOfCase,
  moveCase,
  noteMove,
  raiseWorkOfCase,
  reopenCaseRow,
} from './move-queries.ts'
import { closedInTarget, timesOf } from './stage-times.ts'
import type { Place } from './standing.ts'
import { giveByRules, shownBy, workOf } from './stage-work.ts'

/** Who moves a case, and when. */
export interface Doing {
  readonly author: string
  /** Absent of a program. */
  readonly userId: number | null
  readonly now: Date
}

/** The person or program that does something at a moment. */
export const doingOf = ({ actor, now }: { readonly actor: Actor; readonly now: Date }): Doing => ({
  author: actor.name,
  userId: actor.kind === 'user' ? actor.id : null,
  now,
})

/** A way in which a stage ends. */
export interface Ended extends Place {
  readonly outcome: { readonly code: string; readonly label: string }
  readonly details: string | null
  /** Only an outcome of the stage itself raises the letters of its end. */
  readonly isOwnOutcome: boolean
}

/** How a case ends. */
export interface Closing {
  readonly code: string
  readonly label: string
  readonly kind: 'closed' | 'withdrawn' | 'rejected' | 'returned'
  readonly status: string
  readonly reason: string | null
}

/** What is to change of a case, and what its history is told of it. */
export interface Change {
  readonly ended?: readonly Ended[]
  readonly isReopened?: boolean
  readonly entered?: readonly Place[]
  /** The stage whose status the case shows from now on. */
  readonly showing?: Place | undefined
  readonly closing?: Closing
  /** The day from which the times of the stages that begin count; today where it is absent. */
  readonly countedFrom?: string
  /** The moment from which they count, where it is known. */
  readonly countedFromAt?: Date
  /** Is what the stages that end leave undone no longer needed? */
  readonly isUndoneDropped?: boolean
  /** The stage that the one that begins goes on from: it takes its clock on. */
  readonly goesOnFrom?: Place | undefined
  readonly news: {
    readonly kind: EventKind
    readonly particulars: Readonly<Record<string, unknown>>
  }
}

/** The case that changes, which must be locked. */
export interface Changing {
  readonly caseId: number
  readonly caseType: CaseTypeVersion
}

/** Changes where a case stands, raises the work of it, settles every date, and tells the history. */
export async function carryOut(
  db: Writing,
  { caseId, caseType }: Changing,
  { doing, ...change }: Change & { readonly doing: Doing },
): Promise<void> {
  const { author, userId, now } = doing
  const today = writeLocalDate(now)
  const { ended = [], entered = [], news } = change
  const work = await workOf(db, change)
  dropUndone(db, caseId, { ...change, doing })
  if (ended.length > 0)
    void endStagesOfCase(db, { caseId, author, now, userId, today, stages: ended.map(endedRow) })
  if (change.isReopened) void reopenCaseRow(db, { caseId, now })
  if (entered.length > 0)
    void enterStagesOfCase(db, { caseId, author, now, ...enteredRows(change, today) })
  takeClockOn(db, caseId, change)
  void moveCase(db, { caseId, now, today, ...(await shownBy(db, change)) })
  await giveByRules(db, { caseId, caseType }, { ...change, doing })
  if (work.tasks.length + work.letters.length > 0)
    void raiseWorkOfCase(db, { caseId, now, ...work })
  if (change.closing) close(db, caseId, { closing: change.closing, doing, today })
  const { deadlines, moves } = await settleClock(db, { caseId, now })
  void noteMove(db, {
    caseId,
    author,
    now,
    stages: timesOf(deadlines, [...ended, ...entered]),
    isClosedInTarget: closedInTarget(deadlines, change, caseType.procedure.tracks[0]),
    kind: news.kind,
    particulars: { ...news.particulars, moves: moves.map(withoutCase) },
  })
}

function dropUndone(
  db: Writing,
  caseId: number,
  { isUndoneDropped, ended = [], doing: { author, now } }: Change & { readonly doing: Doing },
): void {
  if (!isUndoneDropped) return
  for (const { track, stage, outcome } of ended) {
    const reason = `No longer needed: ${outcome.label}`
    const place = { track: track.code, stage: stage.code }
    void dropWorkOfStage(db, { caseId, ...place, author, now, reason })
  }
}

function takeClockOn(
  db: Writing,
  caseId: number,
  { goesOnFrom, entered: [begun] = [] }: Pick<Change, 'goesOnFrom' | 'entered'>,
): void {
  if (!goesOnFrom || !begun) return
  const [track, from, to] = [goesOnFrom.track.code, goesOnFrom.stage.code, begun.stage.code]
  void forgetDeadlines(db, { caseId, track, stage: to })
  void carryClock(db, { caseId, track, from, to })
}

/** Begins stages of a case: their rows, tasks, letters and deadlines. */
export const enterStages = (
  db: Writing,
  changing: Changing,
  entering: Required<Pick<Change, 'entered' | 'news'>> &
    Pick<Change, 'showing' | 'countedFrom' | 'countedFromAt'> & { readonly doing: Doing },
): Promise<void> => carryOut(db, changing, entering)

const endedRow = ({ track, stage, outcome, details }: Ended) => ({
  track: track.code,
  stage: stage.code,
  outcome: outcome.label,
  outcomeCode: outcome.code,
  details,
})

const enteredRows = (
  {
    entered = [],
    countedFrom,
    countedFromAt,
  }: Pick<Change, 'entered' | 'countedFrom' | 'countedFromAt'>,
  today: string,
) => ({
  countedFrom: countedFrom ?? today,
  countedFromAt: countedFromAt ?? null,
  stages: entered.map(enteredRow),
})

const enteredRow = ({ track, stage }: Place) => ({
  track: track.code,
  stage: stage.code,
  number: stage.number ?? null,
})

function close(
  db: Writing,
  caseId: number,
  {
    closing,
    doing: { author, now },
    today,
  }: { readonly closing: Closing; readonly doing: Doing; readonly today: string },
): void {
  const { code: ending, label: outcome, kind, status, reason } = closing
  void closeCaseRow(db, { caseId, author, now, today, ending, outcome, kind, status, reason })
}

function withoutCase(move: DeadlineMove): Omit<DeadlineMove, 'caseId'> {
  const { caseId: _, ...rest } = move
  return rest
}
