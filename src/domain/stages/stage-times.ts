import { inWords, typedDate, type Receipt } from '#domain/calendar/index.ts'
import { optional } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { against } from './errors.ts'
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

/** When that came for which a stage begins: a request to escalate, or for a review. */
export const receivedParameter = {
  received: optional(typedDate, 'When what begins the next stage was received; today without it'),
}

/**
 * The day from which the times of a stage that begins count, which is that on which its cause came and not that on
 * which somebody keys it in; throws a Refusal where that day lies ahead, or before what the stage follows.
 */
export function countedFrom(
  received: string | undefined,
  { after, now }: { readonly after: string | undefined; readonly now: Date },
): { readonly countedFrom?: string } {
  if (received === undefined) return {}
  if (received > writeLocalDate(now))
    throw against('Received', 'Date received must be today or in the past')
  if (after !== undefined && received < after)
    throw against(
      'Received',
      `Date received must not be before ${inWords(after)}, when what it follows began`,
    )
  return { countedFrom: received }
}

/** The same of a moment, where it is known to the minute; a moment that lies ahead is refused too. */
export function countedFromMoment(
  { on, at }: Receipt,
  bounds: Parameters<typeof countedFrom>[1],
): { readonly countedFrom?: string; readonly countedFromAt?: Date } {
  const since = countedFrom(on, bounds)
  if (at === undefined) return since
  const countedFromAt = new Date(at)
  if (countedFromAt > bounds.now)
    throw against('Received', 'Time received must not be in the future')
  return { ...since, countedFromAt }
}
