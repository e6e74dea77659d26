import type { RelativeDay } from '#domain/procedures/index.ts'
import {
  placeOf,
  type DatedCase,
  type DatedWork,
  type Scope,
  type StoredDeadline,
} from './dated-case.ts'
import { countedColumns, rowOf, type DeadlineRow } from './deadline-row.ts'
import { remindingOf } from './reminding.ts'
import { dayFrom } from './relative-day.ts'
import { countAll, counter, type Counter, type Ground, type Replayed } from './replay.ts'
import { dayDue, targetOf } from './target.ts'

/** What a deadline moved from and to; absent dates are null, moments stand in ISO 8601. */
export interface DeadlineMove extends Scope {
  readonly caseId: number
  readonly code: string
  readonly before: string | null
  readonly after: string | null
}

/** The new day of a stage, a task or a draft. */
type StageDue = Scope & { readonly caseId: number; readonly dueOn: string | null }
type WorkDue = { readonly id: number; readonly dueOn: string | null }
type CaseTarget = {
  readonly caseId: number
  readonly targetOn: string | null
  readonly targetDays: number | null
}

/** Everything that is to be written so that the dates of cases are as they must be. */
export interface Settlement {
  readonly deadlines: readonly DeadlineRow[]
  /** Deadlines that the procedure no longer has. */
  readonly dropped: readonly (Scope & { readonly caseId: number; readonly code: string })[]
  readonly stages: readonly StageDue[]
  readonly tasks: readonly WorkDue[]
  readonly drafts: readonly WorkDue[]
  readonly targets: readonly CaseTarget[]
  readonly moves: readonly DeadlineMove[]
}

/** A case counted anew, beside what is to be written of it. */
export interface Settled {
  readonly deadlines: readonly Replayed[]
  readonly settlement: Settlement
}

/** How a case is settled: deadlines that are as they were come only `inFull`. */
export interface Settle {
  readonly inFull: boolean
  readonly now: Date
  /** The deadlines as they were, where those of the case have been changed by hand. */
  readonly before?: readonly StoredDeadline[]
}

/** Counts a case anew, and finds what is to be written. */
export function settle(
  dated: DatedCase,
  ground: Ground,
  { inFull, now, before: earlier = dated.deadlines }: Settle,
): Settled {
  const counting = counter(dated, ground)
  const deadlines = countAll(counting, ground)
  const stored = new Map(earlier.map((each) => [placeOf(each), each]))
  const before = (each: Replayed) => stored.get(placeOfReplayed(each))
  const changed = inFull ? deadlines : deadlines.filter((each) => !isAsStored(each, before(each)))
  const { caseId } = dated
  return {
    deadlines,
    settlement: {
      deadlines: changed.map((each) =>
        rowOf(caseId, each, remindingOf(each, before(each), { ...ground, now })),
      ),
      dropped: droppedOf(dated, deadlines),
      stages: stageDues(dated, deadlines),
      tasks: workDues(dated.tasks, { counting, ground }),
      drafts: workDues(dated.drafts, { counting, ground }),
      targets: targetChange(dated, deadlines),
      moves: changed.flatMap((each) => moveOf(caseId, each, before(each))),
    },
  }
}

const placeOfReplayed = ({ track, stage, spec: { code } }: Replayed): string =>
  placeOf({ track, stage, code })

const compared = [
  'state',
  'rule',
  'ruleVersion',
  'metOn',
  'isInTime',
  'dueOn',
  'derivedDueOn',
] as const

/** The version of a calendar may differ: what it gave is the same. */
function isAsStored(replayed: Replayed, stored: StoredDeadline | undefined): boolean {
  if (!stored) return false
  return (
    countedColumns(replayed).countedFrom === stored.countedFrom &&
    compared.every((name) => replayed[name] === stored[name]) &&
    isSameMoment(replayed.dueAt, stored.dueAt) &&
    isSameMoment(replayed.derivedDueAt, stored.derivedDueAt)
  )
}

const isSameMoment = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))

/** Is that the same day, or the same moment however it is written? */
export const isSameDue = (one: string | null, other: string | null): boolean =>
  one?.includes('T') === true && other?.includes('T') === true
    ? isSameMoment(one, other)
    : one === other

/** What became of a deadline that was there before; a new one has not moved. */
function moveOf(
  caseId: number,
  { track, stage, spec: { code }, dueOn, dueAt }: Replayed,
  stored: StoredDeadline | undefined,
): readonly DeadlineMove[] {
  if (!stored) return []
  if (dueOn === stored.dueOn && isSameMoment(dueAt, stored.dueAt)) return []
  return [
    { caseId, track, stage, code, before: stored.dueAt ?? stored.dueOn, after: dueAt ?? dueOn },
  ]
}

function droppedOf({ caseId, deadlines: stored }: DatedCase, deadlines: readonly Replayed[]) {
  const known = new Set(deadlines.map(placeOfReplayed))
  return stored
    .filter((each) => !known.has(placeOf(each)) && each.state !== 'met' && each.state !== 'ended')
    .map(({ track, stage, code }) => ({ caseId, track, stage, code }))
}

function stageDues({ caseId, stages }: DatedCase, deadlines: readonly Replayed[]) {
  return stages.flatMap(({ track, code, dueOn: held }): StageDue[] => {
    const due = dueOfStage(deadlines, { track, stage: code })
    return due === undefined || due === held ? [] : [{ caseId, track, stage: code, dueOn: due }]
  })
}

/** The day by which a stage must be done; undefined where it has no deadline for that. */
export function dueOfStage(
  deadlines: readonly Replayed[],
  { track, stage }: Scope,
): string | null | undefined {
  const own = deadlines.filter((each) => each.track === track && each.stage === stage)
  const found =
    own.find(({ spec }) => spec.isTarget) ?? own.find(({ spec }) => spec.metBy === 'end')
  return found && dayDue(found)
}

function workDues(
  work: readonly DatedWork[],
  { counting, ground }: { readonly counting: Counter; readonly ground: Ground },
): readonly WorkDue[] {
  return work.flatMap(({ id, track, stage, dueFrom, dueOn: held }) => {
    const scope = { track: track ?? '', stage: stage ?? '' }
    const dueOn = dayOfWork(dueFrom, scope, { counting, ground })
    return dueOn === held ? [] : [{ id, dueOn }]
  })
}

/** The day of what is due relative to something dated; null while that has not happened. */
export function dayOfWork(
  due: RelativeDay,
  { track, stage }: Scope,
  { counting, ground }: { readonly counting: Counter; readonly ground: Ground },
): string | null {
  const span =
    counting.spans.find((each) => each.track === track && each.stage === stage) ?? counting.spans[0]
  const base = span && counting.find(span, due.from)
  return base ? dayFrom(base.on, due, ground) : null
}

function targetChange(dated: DatedCase, deadlines: readonly Replayed[]): readonly CaseTarget[] {
  const target = targetOf(dated, deadlines)
  const { caseId, targetOn, targetDays } = dated
  if (!target || (target.targetOn === targetOn && target.targetDays === targetDays)) return []
  return [{ caseId, ...target }]
}
