import type { Procedure, ProcedureStage, Track } from './procedure.ts'
import { openingStages } from './opening.ts'
import { following } from './walk.ts'

/** Which tasks are sure to have been raised, whatever way a case has come. */
export interface TasksRaised {
  readonly atOpening: ReadonlySet<string>
  /** By stage: when it is entered. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>
  /** By stage: while it is worked, its own among them. */
  readonly within: ReadonlyMap<string, ReadonlySet<string>>
}

const codesOf = ({ tasks }: ProcedureStage): readonly string[] => tasks.map(({ code }) => code)

/** Works out which tasks are raised on every way to each stage. */
export function tasksRaised(procedure: Procedure): TasksRaised {
  const atOpening = new Set(openingStages(procedure).flatMap(({ stage }) => codesOf(stage)))
  const within = new Map<string, ReadonlySet<string>>()
  const before = new Map<string, ReadonlySet<string>>()
  for (const track of procedure.tracks) {
    // a case that is reopened may have been closed from any stage, so only its opening is sure
    const sure = new Set(
      procedure.reopenings.filter((each) => each.track === track.code).map(({ stage }) => stage),
    )
    settle({ track, sure, atOpening, before, within })
  }
  return { atOpening, before, within }
}

interface Settling {
  readonly track: Track
  /** The stages into which a case can come by reopening. */
  readonly sure: ReadonlySet<string>
  readonly atOpening: ReadonlySet<string>
  readonly before: Map<string, ReadonlySet<string>>
  readonly within: Map<string, ReadonlySet<string>>
}

/** Begins with all tasks everywhere and takes away what some way does not raise, until nothing changes. */
function settle({ track, sure, atOpening, before, within }: Settling): void {
  const { stages } = track
  const all = new Set([...atOpening, ...stages.flatMap(codesOf)])
  for (const stage of stages) within.set(stage.code, all)
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [at, stage] of stages.entries()) {
      const ways = stages
        .filter((each) => following(each).includes(stage.code))
        .map(({ code }) => within.get(code) ?? all)
      if (at === 0 || sure.has(stage.code)) ways.push(openingOf(track, at, atOpening))
      const common = new Set([...all].filter((task) => ways.every((way) => way.has(task))))
      before.set(stage.code, common)
      const now = new Set([...common, ...codesOf(stage)])
      if (now.size !== within.get(stage.code)?.size) isSettled = false
      within.set(stage.code, now)
    }
  }
}

/** What else begins with the case has raised its tasks by the time of any entry by hand or reopening. */
const openingOf = (track: Track, at: number, atOpening: ReadonlySet<string>) =>
  track.begins === 'opening' && at === 0 ? new Set<string>() : atOpening
