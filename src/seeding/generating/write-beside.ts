import { stageOf } from '#domain/procedures/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { StageRow } from '#seeding/tables.ts'
import type { DemoTask, Plot } from './case-file.ts'
import { dueAfter } from './days.ts'
import { tasksOf } from './plan.ts'

/** A stage of a track beside the main one, when it ran, and what it says on the form once it is over. */
interface BesideStage {
  readonly code: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly days: number
  readonly outcome: string
  readonly form: Readonly<Record<string, string>>
}

/** The stages of the track beside: each begins when the one before ends, the first with its stage of the main track. */
function stagesOf({ life: { beside }, course }: Plot): readonly BesideStage[] {
  const step = beside && course.steps.find(({ code }) => code === beside.during)
  if (!step) return []
  const stages: BesideStage[] = []
  let from: Date | null = step.startedAt
  for (const { until, stage: code, ...further } of beside.stages) {
    if (from === null) break
    const endedAt: Date | null =
      step.events.find(({ name }) => name === until)?.at ?? step.answeredAt
    stages.push({ ...further, code, startedAt: from, endedAt })
    from = endedAt
  }
  return stages
}

/** The stages of the track that runs beside the main one. */
export const stagesBeside = (plot: Plot): readonly StageRow[] =>
  stagesOf(plot).map(({ code, startedAt, endedAt, days, outcome }) => {
    const receivedOn = writeLocalDate(startedAt)
    const dueOn = dueAfter(receivedOn, days)
    const completedOn = endedAt && writeLocalDate(endedAt)
    return {
      caseId: plot.caseId,
      track: plot.life.beside?.track ?? '',
      code,
      stage: null,
      startedAt,
      endedAt,
      targetDays: days,
      receivedOn,
      dueOn,
      outcome: endedAt && outcome,
      outcomeDetails: null,
      outcomeBy: endedAt && plot.worker.fullName,
      completedOn,
      isInTarget: completedOn === null ? null : completedOn <= dueOn,
    }
  })

/** What those stages have raised. */
export const tasksBeside = (plot: Plot): readonly DemoTask[] =>
  stagesOf(plot).flatMap(({ code, startedAt, endedAt }) => {
    const stage = stageOf(plot.caseType.procedure, plot.life.beside?.track ?? '', code)
    return (stage ? tasksOf(stage) : []).map(({ code: task, title, dueInDays }) => ({
      caseId: plot.caseId,
      code: task,
      title,
      dueOn: dueInDays === undefined ? null : dueAfter(writeLocalDate(startedAt), dueInDays),
      createdAt: startedAt,
      completedAt: endedAt,
      completedBy: endedAt && plot.worker.fullName,
      updatedAt: endedAt ?? startedAt,
    }))
  })

/** What the stages that are over say on the form. */
export const answersBeside = (plot: Plot): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stagesOf(plot).flatMap(({ endedAt, form }) => (endedAt ? Object.entries(form) : [])),
  )
