import {
  nextStage,
  type ProcedureStage,
  type StageOutcome,
  type Track,
} from '#domain/procedures/index.ts'

/** Says that a sample case cannot go the way that was asked for. */
export class SimulationRefused extends Error {
  override readonly name = 'SimulationRefused'
  readonly isForOperator = true
}

/** The outcome of that code; throws SimulationRefused where the stage has none. */
export function outcomeNamed(
  { code, outcomes }: Pick<ProcedureStage, 'code' | 'outcomes'>,
  wanted: string,
): StageOutcome {
  const found = outcomes.find((each) => each.code.toLowerCase() === wanted.toLowerCase())
  if (found) return found
  const known = outcomes.map((each) => each.code).join(', ') || 'none'
  throw new SimulationRefused(`The stage ${code} has no outcome "${wanted}"; it has: ${known}`)
}

/**
 * The outcome that an ordinary case takes: the first that leads to something new, and where there is none,
 * one that is nearest to an end. Undefined where no end can be reached.
 */
export function ordinaryOutcome(
  track: Track,
  { outcomes }: ProcedureStage,
  visited: ReadonlySet<string>,
): StageOutcome | undefined {
  const distances = distancesToEnd(track)
  const distance = (outcome: StageOutcome): number => {
    const next = nextStage(outcome)
    return next === undefined ? 0 : (distances.get(next) ?? Infinity)
  }
  const leading = outcomes.filter((outcome) => distance(outcome) < Infinity)
  return (
    leading.find((outcome) => !visited.has(nextStage(outcome) ?? '')) ??
    leading.toSorted((a, b) => distance(a) - distance(b))[0]
  )
}

/** How many outcomes each stage is from an end, by its code; stages from which none is reached are not in it. */
function distancesToEnd({ stages }: Track): ReadonlyMap<string, number> {
  const distances = new Map<string, number>()
  for (let length = 1; length <= stages.length; length++)
    for (const { code, outcomes } of stages) {
      const isNearer = (outcome: StageOutcome): boolean => {
        const next = nextStage(outcome)
        return next === undefined ? length === 1 : distances.get(next) === length - 1
      }
      if (!distances.has(code) && outcomes.some(isNearer)) distances.set(code, length)
    }
  return distances
}
