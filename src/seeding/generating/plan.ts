import type { CaseType } from '#domain/case-types/index.ts'
import {
  openingStages,
  targetDaysOf,
  type ProcedureStage,
  type RelativeDay,
} from '#domain/procedures/index.ts'
import type { Life } from '#seeding/seed-files.ts'

/** A stage of the main track, and the days that its target gives. */
export interface PlannedStage {
  readonly code: string
  /** Its number on the wire; null where it is not shown there. */
  readonly stage: number | null
  readonly status: string
  readonly days: number
  readonly tasks: readonly PlannedTask[]
}

/** What a stage takes whose target is no number of days. */
const usualDays = 28

/** Stages without a number are not what every case goes through one after another. */
function numbered(stages: readonly ProcedureStage[]): readonly ProcedureStage[] {
  const shown = stages.filter(({ number }) => number !== undefined)
  return shown.length > 0 ? shown : stages.slice(0, 1)
}

/** The stages of a case type's main track that its cases go through; all where the life says how. */
export function plannedStages(
  { procedure }: CaseType,
  { goesOn }: Pick<Life, 'goesOn'>,
): readonly PlannedStage[] {
  const stages = procedure.tracks[0]?.stages ?? []
  return (goesOn ? stages : numbered(stages)).map((stage) => ({
    code: stage.code,
    stage: stage.number ?? null,
    status: stage.status,
    days: targetDaysOf(procedure, stage)?.days ?? usualDays,
    tasks: tasksOf(stage),
  }))
}

/** A task that the beginning of a stage raises. */
export interface PlannedTask {
  readonly code: string
  readonly title: string
  readonly dueInDays: number | undefined
}

/** What a stage raises when it begins. */
export const tasksOf = ({ tasks }: ProcedureStage): readonly PlannedTask[] =>
  tasks.map(({ code, title, due }) => ({ code, title, dueInDays: due && daysUntil(due) }))

/** What the opening of a case raises. */
export const plannedTasks = ({ procedure }: CaseType): readonly PlannedTask[] =>
  openingStages(procedure).flatMap(({ stage }) => tasksOf(stage))

/** Calendar days from receipt or from the beginning of the stage, about. */
const daysUntil = ({ days, unit, from }: RelativeDay): number =>
  (from.kind === 'deadline' ? usualDays : 0) + Math.round(unit === 'working' ? days * 1.4 : days)
