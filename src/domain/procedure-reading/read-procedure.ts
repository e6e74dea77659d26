import type {
  AssignmentRule,
  ClearanceChain,
  Ending,
  LatePapers,
  Procedure,
  Reopening,
  Track,
} from '#domain/procedures/index.ts'
import { codeOf, deadlineOf } from './read-deadline.ts'
import { conditionOf, stageOf, type GivenStage, type GivenTrack } from './read-stage.ts'
import { flatTracks, misnumbered, type Shorthand } from './shorthand.ts'
import { isObject, listOf, numberOf, objectOf, recordOf, textOf, wordOf } from './shape.ts'
import type { Reader } from './shape.ts'

const trackOf = recordOf(
  { code: codeOf, name: textOf, begins: wordOf(['opening', 'by hand']), stages: listOf(stageOf) },
  ['code', 'stages'],
  (read): GivenTrack => ({ name: read.code, ...read }),
)

const endingOf = recordOf(
  {
    code: codeOf,
    label: textOf,
    kind: wordOf(['closed', 'withdrawn', 'rejected', 'returned']),
    status: textOf,
    customerStatus: textOf,
    requires: listOf(codeOf),
    conditions: listOf(conditionOf),
  },
  ['code'],
  ({ label, status = label, ...read }): Ending => {
    const shown = status ?? read.code
    const rest = { kind: 'closed', customerStatus: shown, requires: [], conditions: [] } as const
    return { ...rest, label: label ?? read.code, status: shown, ...read }
  },
)

const usualEnding = (kind: 'withdrawn' | 'rejected' | 'returned', label: string): Ending =>
  Object.freeze({
    code: kind,
    label,
    kind,
    status: label,
    customerStatus: label,
    requires: [],
    conditions: [],
  })

/** How a case can end before its time where the procedure does not say. */
const usualEndings: readonly Ending[] = Object.freeze([
  usualEnding('withdrawn', 'Withdrawn'),
  usualEnding('rejected', 'Rejected'),
  usualEnding('returned', 'Returned'),
])

const reopeningOf = recordOf(
  {
    code: codeOf,
    label: textOf,
    track: codeOf,
    stage: codeOf,
    withinDays: numberOf(1, 3650),
    later: wordOf(['linked case', 'refused']),
  },
  ['code', 'stage'],
  (read): Omit<Reopening, 'track'> & Partial<Pick<Reopening, 'track'>> => ({
    label: read.code,
    later: 'linked case',
    ...read,
  }),
)

const latePapersOf = recordOf(
  {
    reopensWithinDays: numberOf(1, 3650),
    reopening: codeOf,
    later: wordOf(['filed', 'linked case']),
  },
  [],
  (read): LatePapers => ({ later: 'filed', ...read }),
)

const chosen = recordOf({ field: codeOf, values: listOf(textOf) }, ['field', 'values'], (x) => x)
const classed = recordOf({ group: textOf, values: listOf(textOf) }, ['group', 'values'], (x) => x)
const texts = listOf(textOf)
const conditionsOfRule = objectOf({
  field: chosen,
  classification: classed,
  postcodes: texts,
  languages: texts,
  ratings: texts,
  stages: texts,
})
const whenOf: Reader<AssignmentRule['when']> = (value, path, faults) => {
  const faultsBefore = faults.all.length
  const read = conditionsOfRule(value, path, faults)
  return faults.all.length === faultsBefore ? read : undefined
}
const assigned = recordOf(
  {
    team: textOf,
    user: textOf,
    skill: textOf,
    by: wordOf(['previous worker', 'least work', 'turn']),
  },
  ['team'],
  (to): AssignmentRule['to'] => to,
)
const assigneeOf: Reader<AssignmentRule['to']> = (value, path, faults) =>
  assigned(isObject(value) ? value : { team: value }, path, faults)

const ruleOf = recordOf(
  {
    name: textOf,
    when: whenOf,
    to: assigneeOf,
  },
  ['name', 'to'],
  (read): AssignmentRule => ({ when: {}, ...read }),
)
/** A rule is left out where its `when` cannot be read: what is left of it would take more, or less, than is meant. */
const assignmentOf: Reader<AssignmentRule> = (value, path, faults) => {
  const lostBefore = faults.lost.length
  const rule = ruleOf(value, path, faults)
  const isWhenLost = faults.lost.slice(lostBefore).some((lost) => lost.path === `${path}.when`)
  return isWhenLost ? undefined : rule
}

const stepOf = recordOf({ code: codeOf, name: textOf, team: textOf }, ['code', 'team'], (read) => ({
  name: read.code,
  ...read,
}))
const clearanceOf = recordOf(
  { code: codeOf, name: textOf, steps: listOf(stepOf) },
  ['code'],
  (read): ClearanceChain => ({ name: read.code, steps: [], ...read }),
)

const eventOf = recordOf({ code: codeOf, name: textOf }, ['code'], (read) => ({
  name: read.code,
  ...read,
}))

const procedureShape = objectOf({
  events: listOf(eventOf),
  tracks: listOf(trackOf),
  stages: listOf(stageOf),
  deadlines: listOf(deadlineOf('received')),
  endings: listOf(endingOf),
  reopenings: listOf(reopeningOf),
  latePapers: latePapersOf,
  assignment: listOf(assignmentOf),
  queue: textOf,
  clearances: listOf(clearanceOf),
})

/** A procedure as a definition gives it: what it leaves out is still to be filled in. */
export type GivenProcedure = NonNullable<ReturnType<typeof procedureShape>>

/** Reads a procedure; its stages are those of the main track where it names no tracks. */
export const givenProcedureOf: Reader<GivenProcedure> = (value, path, faults) => {
  const read = procedureShape(value, path, faults)
  const wrong = [
    ...(read?.tracks && read.stages ? ['must have either tracks or stages'] : []),
    ...(read && hasEmptyTrack(read) ? ['must have a stage in each track'] : []),
  ]
  for (const fault of wrong) faults.add(path, fault)
  if (wrong.length > 0) faults.lose(path, value)
  return read
}

const hasEmptyTrack = ({ tracks, stages }: GivenProcedure): boolean =>
  [tracks, stages, ...(tracks ?? []).map((track) => track.stages)].some(
    (each) => each?.length === 0,
  )

/** The members of a case type's definition that say what its cases go through. */
export interface Beginnings extends Shorthand {
  readonly procedure?: GivenProcedure
}

const stagesOf = ({ tracks, stages }: GivenProcedure) => tracks?.[0]?.stages ?? stages

/** What cannot stand side by side in a definition: the member at fault, and the fault. */
export function contradictions(read: Beginnings): readonly (readonly [string, string])[] {
  const stages = read.procedure && stagesOf(read.procedure)
  if (!stages) return misnumbered(read)
  const members = (['target', 'stages', 'tasks'] as const).filter((name) => read[name])
  const own = stages[0]?.status ?? read.status
  return [
    ...members.map((name) => [name, 'cannot stand beside the stages of the procedure'] as const),
    ...(read.status === undefined || read.status === own
      ? []
      : [['status', `differs from the first stage's, ${own}; leave one of them out`] as const]),
  ]
}

/**
 * Fills in what a definition leaves out: stages from the shorthand, statuses from names, and the usual
 * endings.
 */
export function completeProcedure({ procedure = {}, ...shorthand }: Beginnings): Procedure {
  const { tracks, stages, deadlines = [], reopenings = [], ...rest } = procedure
  const theTracks = tracks ?? (stages ? [mainTrack(stages)] : flatTracks(shorthand))
  const main = theTracks[0]?.code ?? 'main'
  return Object.freeze({
    events: [],
    endings: usualEndings,
    latePapers: Object.freeze({ later: 'filed' }),
    assignment: [],
    clearances: [],
    ...rest,
    tracks: Object.freeze(theTracks.map((track, at) => completeTrack(track, at, shorthand.status))),
    deadlines: Object.freeze(deadlines.map((each) => Object.freeze({ isTarget: false, ...each }))),
    reopenings: Object.freeze(reopenings.map((each) => Object.freeze({ track: main, ...each }))),
  })
}

const mainTrack = (stages: readonly GivenStage[]): GivenTrack => ({
  code: 'main',
  name: 'Main',
  stages,
})

/** The case opens with the case type's status where its first stage has none. */
function completeTrack(track: GivenTrack, at: number, opening: string | undefined): Track {
  const stages = track.stages.map((stage, place) => {
    const first = at === 0 && place === 0 ? opening : undefined
    const status = stage.status ?? first ?? stage.name
    return Object.freeze({ customerStatus: status, ...stage, status })
  })
  const begins = track.begins ?? (at === 0 ? 'opening' : 'by hand')
  return Object.freeze({ ...track, begins, stages: Object.freeze(stages) })
}
