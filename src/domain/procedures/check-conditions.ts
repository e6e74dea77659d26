import { isOwnOrKnownEvent, knownEvents } from './check-deadlines.ts'
import type { Condition, Procedure } from './procedure.ts'
import { letterKey, raisedOn, taskKey, type Raised } from './raised.ts'
import { isAmong, type ProcedureSurroundings } from './surroundings.ts'
import { placedStages, type Placed } from './walk.ts'

/** Where a condition stands. */
interface Asked {
  readonly where: string
  /** What is sure to have been raised by then. */
  readonly raised: ReadonlySet<string>
  /** The stage that it would end. */
  readonly ends?: string
}

interface Ground {
  readonly procedure: Procedure
  readonly around: ProcedureSurroundings
}

/** The conditions that can never hold, or that name what is not there. */
export function checkConditions(
  procedure: Procedure,
  around: ProcedureSurroundings,
): readonly string[] {
  const raised = raisedOn(procedure)
  const ground = { procedure, around }
  return [
    ...placedStages(procedure).flatMap((placed) => checkStage(placed, raised, ground)),
    ...procedure.endings.flatMap(({ code, conditions }) =>
      conditions.flatMap((each) =>
        tell(each, { where: `Ending ${code}`, raised: raised.atOpening }, ground),
      ),
    ),
  ]
}

function checkStage(
  { track, stage }: Placed,
  { before, within }: Raised,
  ground: Ground,
): readonly string[] {
  const { code, entry, exit, outcomes } = stage
  const none: ReadonlySet<string> = new Set()
  const isOpening = track.begins === 'opening' && track.stages[0] === stage
  const where = `Stage ${code}`
  if (isOpening && entry.length > 0)
    return [`${where} begins with the case, so it cannot ask for anything first: leave entry out`]
  const atEntry = { where, raised: before.get(code) ?? none }
  const atExit = { where, raised: within.get(code) ?? none, ends: code }
  return [
    ...entry.flatMap((each) => tell(each, atEntry, ground)),
    ...exit.flatMap((each) => tell(each, atExit, ground)),
    ...outcomes.flatMap((outcome) => {
      const asked = { ...atExit, where: `${where}: the outcome ${outcome.code}` }
      return outcome.conditions.flatMap((each) => tell(each, asked, ground))
    }),
  ]
}

function tell(condition: Condition, asked: Asked, ground: Ground): readonly string[] {
  const check = checks[condition.kind] as Check<Condition>
  const fault = check(condition, asked, ground)
  return fault === undefined ? [] : [`${asked.where} ${fault}`]
}

type Check<C extends Condition> = (condition: C, asked: Asked, ground: Ground) => string | undefined

const always = (): undefined => undefined

const chainThere = (_: Condition, __: Asked, { procedure }: Ground): string | undefined =>
  procedure.clearances.length > 0
    ? undefined
    : 'asks for a clearance, and there is no chain for one: add it to clearances'

/** For each kind of condition, why it can never hold. */
const checks = {
  'event recorded': ({ event }, _, { procedure }) =>
    isOwnOrKnownEvent(procedure, event)
      ? undefined
      : `asks for the event ${event}, which is not known: ${knownEvents(procedure)}`,
  'field filled': ({ field }, _, { around }) =>
    around.fields.some(({ id }) => id === field)
      ? undefined
      : `asks for the field ${field}, which the case type does not have: add it, or ask for another`,
  'task done': ({ task }, { raised }, { procedure }) =>
    raised.has(taskKey(task))
      ? undefined
      : `asks for the task ${task}, ${missing(stagesRaising(procedure, 'tasks', task), 'tasks')}`,
  'letter sent': ({ template }, { raised }, { procedure, around }) => {
    if (around.templateCodes && !isAmong(around.templateCodes, template))
      return `asks for the letter ${template}, which is not there: add the template, or ask for another`
    return raised.has(letterKey(template))
      ? undefined
      : `asks for the letter ${template}, ${missing(stagesRaising(procedure, 'letters', template), 'letters')}`
  },
  'worker differs': ({ stage }, { ends }, { procedure }) => {
    if (stage === ends) return 'asks for a worker other than its own, which nobody can be'
    return placedStages(procedure).some((each) => each.stage.code === stage)
      ? undefined
      : `asks for another worker than of the stage ${stage}, which is not there`
  },
  'clearance given': chainThere,
  'clearance settled': chainThere,
  'document held': always,
  classified: always,
  'points answered': always,
  'remedies done': always,
  'clock running': always,
  'answer complete': always,
  'nothing withheld': always,
} as const satisfies { readonly [K in Condition['kind']]: Check<Extract<Condition, { kind: K }>> }

const stagesRaising = (procedure: Procedure, what: 'tasks' | 'letters', code: string): number =>
  placedStages(procedure).filter(({ stage }) =>
    what === 'tasks'
      ? stage.tasks.some((task) => task.code === code)
      : stage.letters.some(({ template }) => isAmong([template], code)),
  ).length

const missing = (stages: number, what: string): string =>
  stages > 0
    ? 'which is not raised on every way there: raise it where every way begins, or ask for it later'
    : `which no stage raises: add it to the ${what} of the stage`
