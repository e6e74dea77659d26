import type { DeadlineSpec, StageOutcome, TaskSpec } from '#domain/procedures/index.ts'
import { codeOf, targetOf, usualReminders } from './read-deadline.ts'
import type { GivenStage, GivenTrack } from './read-stage.ts'
import { listOf, numberOf, recordOf, textOf, wordOf } from './shape.ts'

interface PlainTarget {
  readonly days: number
  readonly unit: 'working' | 'calendar'
}

interface PlainStage extends PlainTarget {
  readonly stage: number
  readonly name: string
}

/** Members of a case type's definition that stand for a plain procedure. */
export interface Shorthand {
  /** The status in which a case is opened. */
  readonly status?: string
  /** The time for a case without stages. */
  readonly target?: PlainTarget
  readonly stages?: readonly PlainStage[]
  /** What the opening of a case raises. */
  readonly tasks?: readonly TaskSpec[]
}

const days = numberOf(0, 3650)
const units = wordOf(['calendar', 'working'])

/** How the members of a definition that stand for a plain procedure are read. */
export const shorthandShape = {
  target: targetOf,
  stages: listOf(
    recordOf(
      { stage: numberOf(1, 4), name: textOf, days, unit: units },
      ['stage', 'days', 'unit'],
      (read): PlainStage => ({ name: `Stage ${read.stage}`, ...read }),
    ),
  ),
  tasks: listOf(
    recordOf(
      { code: codeOf, title: textOf, dueInDays: days },
      ['code', 'title'],
      ({ dueInDays, ...read }): TaskSpec =>
        dueInDays === undefined ? read : { ...read, due: afterReceipt(dueInDays) },
    ),
  ),
} as const

const afterReceipt = (number: number) =>
  Object.freeze({ days: number, unit: 'calendar', from: { kind: 'received' } } as const)

/** One track, of one stage after another, each with a local target. */
export function flatTracks(shorthand: Shorthand): readonly GivenTrack[] {
  const { status, target, stages = [], tasks = [] } = shorthand
  const last = stages.length - 1
  const built = stages.map((plain, at) => ({
    ...stageOf(`stage-${plain.stage}`, plain.name, plain),
    number: plain.stage,
    tasks: at === 0 ? tasks : [],
    outcomes: at === last ? [answered] : [answered, escalatedTo(`stage-${plain.stage + 1}`)],
  }))
  const open = stageOf('stage-1', status ?? usualStatus, target)
  return [
    {
      code: 'main',
      name: 'Main',
      stages: built.length > 0 ? built : [{ ...open, tasks, outcomes: [answered] }],
    },
  ]
}

/** Stages of the shorthand are numbered 1, 2, 3 in order, or this says that they are not. */
export const misnumbered = ({ stages = [] }: Shorthand): readonly (readonly [string, string])[] =>
  stages.every(({ stage }, at) => stage === at + 1)
    ? []
    : [['stages', 'must be numbered 1, 2, 3 in order']]

/** What a case is when it is opened, where nothing says so. */
export const usualStatus = 'New case'

const answered: StageOutcome = Object.freeze({
  code: 'answered',
  label: 'Answered',
  leadsTo: 'closure',
  requires: [],
  conditions: [],
})

const escalatedTo = (stage: string): StageOutcome =>
  Object.freeze({
    code: 'escalated',
    label: 'Escalated',
    leadsTo: Object.freeze({ stage }),
    requires: [],
    conditions: [],
  })

const stageOf = (
  code: string,
  name: string,
  target: PlainTarget | undefined,
): Omit<GivenStage, 'tasks' | 'outcomes'> => ({
  code,
  name,
  entry: [],
  exit: [],
  letters: [],
  deadlines: target ? [respond(target, code === 'stage-1' ? 'received' : 'stage started')] : [],
})

/** The first stage's time runs from receipt, each later one's from its own start. */
const respond = (target: PlainTarget, from: 'received' | 'stage started'): DeadlineSpec =>
  Object.freeze({
    code: 'respond',
    name: 'Response',
    basis: Object.freeze({ target: Object.freeze({ days: target.days, unit: target.unit }) }),
    from: Object.freeze({ kind: from }),
    metBy: 'end',
    isTarget: true,
    reminders: usualReminders,
  })
