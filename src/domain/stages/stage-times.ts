import { stageTarget, type Replayed } from '#domain/clock/index.ts'
import type { Track } from '#domain/procedures/index.ts'
import type { Change } from './carry-out.ts'
import type { StageTimes } from './move-queries.ts'
import type { Place } from './standing.ts'

/** What the clock has found of stages, after everything is settled. */
export const timesOf = (
  deadlines: readonly Replayed[],
  places: readonly Place[],
): readonly StageTimes[] =>
  places.map(({ track, stage }) => {
    const scope = scopeOf({ track, stage })
    return {
      ...scope,
      targetDays: stageTarget(deadlines, scope).targetDays,
      isInTarget: targetWithin(deadlines, scope)?.isInTime ?? null,
    }
  })

function targetWithin(
  deadlines: readonly Replayed[],
  scope: { readonly track: string; readonly stage: string },
): Replayed | undefined {
  const own = deadlines.filter(({ track, stage }) => track === scope.track && stage === scope.stage)
  return own.find(({ spec }) => spec.isTarget) ?? own.find(({ spec }) => spec.metBy === 'end')
}

/** Was a case that is answered closed within the target it showed; null where it had none. */
export function closedInTarget(
  deadlines: readonly Replayed[],
  { closing, ended = [] }: Pick<Change, 'closing' | 'ended'>,
  main: Track | undefined,
): boolean | null {
  if (closing?.kind !== 'closed') return null
  const last = ended.find(({ track }) => track === main)
  const ofStage = last && targetWithin(deadlines, scopeOf(last))
  const target = ofStage ?? targetWithin(deadlines, { track: '', stage: '' })
  return target ? target.isInTime : null
}

const scopeOf = ({ track, stage }: Place) => ({ track: track.code, stage: stage.code })
