import type { CaseType } from '#domain/case-types/index.ts'
import {
  openingStages,
  targetDaysOf,
  type ProcedureStage,
  type RelativeDay,
} from '#domain/procedures/index.ts'

/** A stage of the main track, and the days that its target gives. */
export interface PlannedStage {
  readonly code: string
  /** Its number on the wire; null where it is not shown there. */
  readonly stage: number | null
  readonly days: number
}

/** What a stage takes whose target is no number of days. */
const usualDays = 28

/** Stages without a number are not what every case goes through one after another. */
function numbered(stages: readonly ProcedureStage[]): readonly ProcedureStage[] {
  const shown = stages.filter(({ number }) => number !== undefined)
  return shown.length > 0 ? shown : stages.slice(0, 1)
}

/** The stages of a case type's main track that its cases go through. */
export const plannedStages = ({ procedure }: CaseType): readonly PlannedStage[] =>
  numbered(procedure.tracks[0]?.stages ?? []).map((stage) => ({
    code: stage.code,
    stage: stage.number ?? null,
    days: targetDaysOf(procedure, stage)?.days ?? usualDays,
  }))

/** A task that the opening of a case raises. */
export interface PlannedTask {
  readonly code: string
  readonly title: string
  readonly dueInDays: number | undefined
}

/** What the opening of a case raises. */
export const plannedTasks = ({ procedure }: CaseType): readonly PlannedTask[] =>
  openingStages(procedure).flatMap(({ stage }) =>
    stage.tasks.map(({ code, title, due }) => ({ code, title, dueInDays: due && daysUntil(due) })),
  )

/** Calendar days from receipt, about. */
const daysUntil = ({ days, unit, from }: RelativeDay): number =>
  (from.kind === 'deadline' ? usualDays : 0) + Math.round(unit === 'working' ? days * 1.4 : days)
