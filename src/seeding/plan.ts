import type { CaseType } from '#domain/case-types/index.ts'
import { openingStages, targetDaysOf } from '#domain/procedures/index.ts'

/** A stage of the main track, and the days that its target gives. */
export interface PlannedStage {
  readonly code: string
  /** Its number on the wire; null where it is not shown there. */
  readonly stage: number | null
  readonly days: number
}

/** What a stage takes whose target is no number of days. */
const usualDays = 28

/** The stages of a case type's main track. */
export const plannedStages = ({ procedure }: CaseType): readonly PlannedStage[] =>
  (procedure.tracks[0]?.stages ?? []).map((stage) => ({
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
    stage.tasks.map(({ code, title, due }) => ({ code, title, dueInDays: due?.days })),
  )
