import { openingStages } from './opening.ts'
import type { Procedure, ProcedureStage, Track } from './procedure.ts'
import { following } from './walk.ts'

/** The key under which a task is among what has been raised. */
export const taskKey = (code: string): string => `task ${code}`

/** The key under which a letter is among what has been raised. */
export const letterKey = (template: string): string => `letter ${template.toLowerCase()}`

/** Which tasks and letters are sure to have been raised, whatever way a case has come. */
export interface Raised {
  readonly atOpening: ReadonlySet<string>
  /** By stage: when it is asked whether it may begin. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>
  /** By stage: while it is worked. */
  readonly within: ReadonlyMap<string, ReadonlySet<string>>
}

/** What a stage raises at its start. */
const startOf = ({ tasks, letters }: ProcedureStage): readonly string[] => [
  ...tasks.map(({ code }) => taskKey(code)),
  ...lettersOf(letters, 'stage started'),
]

/** What it raises only when it ends. */
const endOf = ({ letters }: ProcedureStage): readonly string[] => lettersOf(letters, 'stage ended')

const lettersOf = (letters: ProcedureStage['letters'], wanted: string): readonly string[] =>
  letters.filter(({ when }) => when === wanted).map(({ template }) => letterKey(template))

/** Works out what is raised on every way to each stage. */
export function raisedOn(procedure: Procedure): Raised {
  const atOpening = new Set(openingStages(procedure).flatMap(({ stage }) => startOf(stage)))
  const within = new Map<string, ReadonlySet<string>>()
  const before = new Map<string, ReadonlySet<string>>()
  for (const track of procedure.tracks) {
    // a case that is reopened may have been closed from any stage, so only its opening is sure
    const reopened = new Set(
      procedure.reopenings.filter((each) => each.track === track.code).map(({ stage }) => stage),
    )
    settle({ track, reopened, atOpening, before, within })
  }
  return { atOpening, before, within }
}

interface Settling {
  readonly track: Track
  /** The stages into which a case can come by reopening. */
  readonly reopened: ReadonlySet<string>
  readonly atOpening: ReadonlySet<string>
  readonly before: Map<string, ReadonlySet<string>>
  readonly within: Map<string, ReadonlySet<string>>
}

/** Begins with everything everywhere and takes away what some way does not raise, until nothing changes. */
function settle(settling: Settling): void {
  const { track, atOpening, before, within } = settling
  const all = new Set([
    ...atOpening,
    ...track.stages.flatMap((each) => [...startOf(each), ...endOf(each)]),
  ])
  for (const { code } of track.stages) within.set(code, all)
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const stage of track.stages) {
      const ways = waysInto(stage, settling, all)
      before.set(
        stage.code,
        common(
          all,
          ways.map(({ asked }) => asked),
        ),
      )
      const begun = common(
        all,
        ways.map((way) => way.begun),
      )
      const now = new Set([...begun, ...startOf(stage)])
      if (now.size !== within.get(stage.code)?.size) isSettled = false
      within.set(stage.code, now)
    }
  }
}

/** What has been raised when a stage is asked for, and when it has begun. */
interface Way {
  readonly asked: ReadonlySet<string>
  readonly begun: ReadonlySet<string>
}

function waysInto(
  { code }: ProcedureStage,
  { track, reopened, atOpening, within }: Settling,
  all: ReadonlySet<string>,
): readonly Way[] {
  const ways = track.stages
    .filter((each) => following(each).includes(code))
    .map((each): Way => {
      const asked = within.get(each.code) ?? all
      return { asked, begun: new Set([...asked, ...endOf(each)]) }
    })
  const isFirst = track.stages[0]?.code === code
  const none = new Set<string>()
  // by hand or again, a track begins when what begins with the case has been raised
  const others = track.begins === 'opening' && isFirst ? none : atOpening
  return isFirst || reopened.has(code) ? [...ways, { asked: others, begun: others }] : ways
}

const common = (all: ReadonlySet<string>, ways: readonly ReadonlySet<string>[]): Set<string> =>
  new Set([...all].filter((each) => ways.every((way) => way.has(each))))
