import { isOfInformation } from '#domain/time-limits/index.ts'
import type { Condition, Procedure, ProcedureStage, StageOutcome, Track } from './procedure.ts'

/** A stage where it stands. */
export interface Placed {
  readonly track: Track
  readonly stage: ProcedureStage
}

/** Every stage of a procedure with its track, in order. */
export const placedStages = ({ tracks }: Procedure): readonly Placed[] =>
  tracks.flatMap((track) => track.stages.map((stage) => ({ track, stage })))

/** Every condition of a procedure: of the stages, their outcomes, and the endings. */
export const conditionsIn = (procedure: Procedure): readonly Condition[] => [
  ...placedStages(procedure).flatMap(({ stage: { entry, exit, outcomes } }) => [
    ...entry,
    ...exit,
    ...outcomes.flatMap(({ conditions }) => conditions),
  ]),
  ...procedure.endings.flatMap(({ conditions }) => conditions),
]

/** What cases of a procedure are about, as its conditions and rules say: complaints by points, requests for information. */
export function concernsOf(procedure: Procedure) {
  const kinds = new Set(conditionsIn(procedure).map(({ kind }) => kind))
  const rules = placedStages(procedure).flatMap(({ stage }) =>
    stage.deadlines.flatMap(({ basis }) => ('rule' in basis ? basis.rule : [])),
  )
  return {
    hasPoints: kinds.has('points answered') || kinds.has('remedies done'),
    isForInformation:
      kinds.has('answer complete') || kinds.has('nothing withheld') || rules.some(isOfInformation),
  }
}

/** The codes of the stages whose workers must not work those of that code. */
export const stagesOfOthers = (procedure: Procedure, code: string): ReadonlySet<string> =>
  new Set(
    placedStages(procedure)
      .filter(({ stage }) => stage.code === code)
      .flatMap(({ stage: { entry, exit, outcomes } }) => [
        ...entry,
        ...exit,
        ...outcomes.flatMap(({ conditions }) => conditions),
      ])
      .flatMap((condition) => (condition.kind === 'worker differs' ? condition.stage : [])),
  )

/** The stage of a code in a track. */
export const stageOf = (
  { tracks }: Procedure,
  track: string,
  code: string,
): ProcedureStage | undefined =>
  tracks.find((each) => each.code === track)?.stages.find((stage) => stage.code === code)

/** The code of the stage that an outcome leads to, where it leads to one. */
export const nextStage = ({ leadsTo }: StageOutcome): string | undefined =>
  typeof leadsTo === 'object' ? leadsTo.stage : undefined

/** The first stages of the tracks that begin with an outcome. */
export const begunWith = (
  { tracks }: Procedure,
  { begins = [] }: StageOutcome,
): readonly Placed[] =>
  tracks
    .filter(({ code }) => begins.includes(code))
    .flatMap((track) => track.stages.slice(0, 1).map((stage) => ({ track, stage })))

/** The codes of the stages that follow on a stage. */
export const following = ({ outcomes }: ProcedureStage): readonly string[] =>
  outcomes.flatMap((outcome) => nextStage(outcome) ?? [])

/** The codes of a track's stages at which a case can come into it: its beginning, and reopenings. */
export const beginningsOf = (
  { reopenings }: Procedure,
  { code, stages }: Track,
): readonly string[] => [
  ...stages.slice(0, 1).map((stage) => stage.code),
  ...reopenings.filter(({ track }) => track === code).map(({ stage }) => stage),
]

/** All that is reached from some codes along links. */
export function reached(
  from: readonly string[],
  linksOf: (code: string) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...from]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (seen.has(code)) continue
    seen.add(code)
    waiting.push(...linksOf(code))
  }
  return seen
}

/** The codes of the stages of a track that a case can come to. */
export function reachableStages(procedure: Procedure, track: Track): ReadonlySet<string> {
  const byCode = new Map(track.stages.map((stage) => [stage.code, stage]))
  return reached(beginningsOf(procedure, track), (code) => {
    const stage = byCode.get(code)
    return stage ? following(stage) : []
  })
}
