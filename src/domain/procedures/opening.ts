import { ruleOf, withNumber, type Rule } from '#domain/time-limits/index.ts'
import type { DeadlineBasis, DeadlineSpec, Procedure, ProcedureStage, Track } from './procedure.ts'

/** A stage that begins when a case is opened, and its track; the main track's comes first. */
export interface OpeningStage {
  readonly track: Track
  readonly stage: ProcedureStage
}

/** The stages that begin when a case is opened. */
export const openingStages = ({ tracks }: Procedure): readonly OpeningStage[] =>
  tracks.flatMap((track) => {
    const [stage] = track.stages
    return track.begins === 'opening' && stage ? [{ track, stage }] : []
  })

/** The deadline that a case shows as its target while it is in a stage: the stage's own, else the case's. */
export const targetDeadline = (
  procedure: Procedure,
  stage: ProcedureStage | undefined,
): DeadlineSpec | undefined =>
  [...(stage?.deadlines ?? []), ...procedure.deadlines].find(({ isTarget }) => isTarget)

/** The days of the local target that a case shows while it is in a stage; undefined where a rule sets it. */
export function targetDaysOf(procedure: Procedure, stage: ProcedureStage | undefined) {
  const basis = targetDeadline(procedure, stage)?.basis
  return basis && 'target' in basis ? basis.target : undefined
}

/** The rule that a deadline rests on, with the organisation's number; undefined for a local target. */
export function ruleOfBasis(basis: DeadlineBasis): Rule | undefined {
  if (!('rule' in basis)) return undefined
  const rule = ruleOf(basis.rule)
  return basis.number === undefined ? rule : withNumber(rule, basis.number)
}
