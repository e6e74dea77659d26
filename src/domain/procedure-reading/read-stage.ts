import type {
  Condition,
  DeadlineSpec,
  LeadsTo,
  LetterSpec,
  ProcedureStage,
  StageOutcome,
  TaskSpec,
  Track,
} from '#domain/procedures/index.ts'
import { codeOf, deadlineOf, relativeDayOf, type GivenDeadline } from './read-deadline.ts'
import { isObject, listOf, numberOf, recordOf, textOf, wordOf, type Reader } from './shape.ts'

/** Which member of a condition says what it asks for; null where there is nothing to say. */
export const conditionMembers = {
  'event recorded': 'event',
  'field filled': 'field',
  'task done': 'task',
  'letter sent': 'template',
  'document held': 'category',
  classified: 'group',
  'worker differs': 'stage',
  'points answered': null,
  'remedies done': null,
  'clock running': null,
  'clearance given': null,
  'clearance settled': null,
  'answer complete': null,
  'nothing withheld': null,
} as const satisfies Record<Condition['kind'], string | null>

const conditionKind = wordOf(Object.keys(conditionMembers) as Condition['kind'][])

/** How the object of each kind of condition is read. */
const conditionShapes = Object.fromEntries(
  Object.entries(conditionMembers).map(([kind, member]) => {
    const shape: Record<string, Reader<string>> = { kind: conditionKind }
    if (member) shape[member] = textOf
    return [kind, recordOf(shape, Object.keys(shape), (read) => read)]
  }),
)

/** A condition as an object; those that ask for nothing further may be their kind alone. */
export const conditionOf: Reader<Condition> = (value, path, faults) => {
  const given = isObject(value) ? value : { kind: value }
  const kind = conditionKind(given['kind'], isObject(value) ? `${path}.kind` : path, faults)
  // the table pairs each kind with its member
  return kind && (conditionShapes[kind]?.(given, path, faults) as Condition | undefined)
}

const taskOf = recordOf(
  { code: codeOf, title: textOf, due: relativeDayOf, team: textOf },
  ['code'],
  (read): TaskSpec => ({ title: read.code, ...read }),
)

const letterOf = recordOf(
  { template: codeOf, when: wordOf(['stage started', 'stage ended']), due: relativeDayOf },
  ['template'],
  (read): LetterSpec => ({ when: 'stage started', ...read }),
)

const stageLink = recordOf({ stage: codeOf }, ['stage'], ({ stage }) => ({ stage }))
const leadsToOf: Reader<LeadsTo> = (value, path, faults) => {
  if (value === 'closure' || value === 'track end') return value
  return stageLink(isObject(value) ? value : { stage: value }, path, faults)
}

const outcomeOf = recordOf(
  {
    code: codeOf,
    label: textOf,
    leadsTo: leadsToOf,
    begins: listOf(codeOf),
    requires: listOf(codeOf),
    conditions: listOf(conditionOf),
  },
  ['code', 'leadsTo'],
  (read): StageOutcome => ({ label: read.code, requires: [], conditions: [], ...read }),
)

/** A stage that has no status of its own reads as its name. */
export const stageOf = recordOf(
  {
    code: codeOf,
    name: textOf,
    number: numberOf(1, 4),
    status: textOf,
    customerStatus: textOf,
    team: textOf,
    entry: listOf(conditionOf),
    exit: listOf(conditionOf),
    deadlines: listOf(deadlineOf('stage started')),
    tasks: listOf(taskOf),
    letters: listOf(letterOf),
    outcomes: listOf(outcomeOf),
  },
  ['code'],
  ({ deadlines = [], ...read }): GivenStage => ({
    name: read.code,
    entry: [],
    exit: [],
    tasks: [],
    letters: [],
    outcomes: [],
    ...read,
    deadlines: withTarget(deadlines),
  }),
)

/** A stage that may still lack its statuses. */
export type GivenStage = Omit<ProcedureStage, 'status' | 'customerStatus'> &
  Partial<Pick<ProcedureStage, 'status' | 'customerStatus'>>

/** Of a stage: a deadline that is alone is the target, unless it says otherwise. */
const withTarget = (deadlines: readonly GivenDeadline[]): readonly DeadlineSpec[] =>
  Object.freeze(
    deadlines.map((each) => Object.freeze({ isTarget: deadlines.length === 1, ...each })),
  )

/** A track before it is known whether it is the first. */
export type GivenTrack = Omit<Track, 'begins' | 'stages'> &
  Partial<Pick<Track, 'begins'>> & { readonly stages: readonly GivenStage[] }
