import { allRules, clockEvents, isEventName } from '#domain/time-limits/index.ts'
import type {
  DatedThing,
  DeadlineBasis,
  DeadlineSpec,
  Procedure,
  ProcedureStage,
} from './procedure.ts'
import { repeatedOf } from './surroundings.ts'
import { placedStages } from './walk.ts'

/** Tells whether an event is the procedure's own or one that all clocks know. */
export const isOwnOrKnownEvent = ({ events }: Procedure, name: string): boolean =>
  isEventName(name) || events.some(({ code }) => code === name)

/** Names the events that can be recorded. */
export const knownEvents = ({ events }: Procedure): string =>
  `name one of ${[...Object.keys(clockEvents), ...events.map(({ code }) => code)].join(', ')}, or add it to events`

/** Deadlines that stand side by side, and what their days can be counted from. */
interface Scope {
  readonly where: string
  readonly procedure: Procedure
  readonly deadlines: readonly DeadlineSpec[]
  /** Those that can be counted from. */
  readonly known: readonly DeadlineSpec[]
  readonly stage?: ProcedureStage
}

/** What is wrong with the deadlines of a procedure, and with what is reckoned from them. */
export function checkDeadlines(procedure: Procedure): readonly string[] {
  const { deadlines, events } = procedure
  const ofCase: Scope = { where: 'The case', procedure, deadlines, known: deadlines }
  return [
    ...checkScope(ofCase),
    ...placedStages(procedure).flatMap(({ stage }) => {
      const scope = { where: `Stage ${stage.code}`, procedure, deadlines: stage.deadlines, stage }
      return checkScope({ ...scope, known: [...stage.deadlines, ...deadlines] })
    }),
    ...events
      .filter(({ code }) => isEventName(code))
      .map(({ code }) => `The event ${code} is one that all clocks know: leave it out of events`),
  ]
}

const checkScope = (scope: Scope): readonly string[] => [
  ...repeatedOf(scope.known.map(({ code }) => code)).map(
    (code) => `${scope.where} knows two deadlines ${code}: give each a code of its own`,
  ),
  ...checkTargets(scope),
  ...scope.deadlines.flatMap((deadline) => checkDeadline(scope, deadline)),
  ...checkCircles(scope),
  ...(scope.stage ? checkDue(scope, scope.stage) : []),
]

function checkTargets({ where, deadlines }: Scope): readonly string[] {
  const targets = deadlines.filter(({ isTarget }) => isTarget).map(({ code }) => code)
  return targets.length > 1
    ? [`${where} has several targets, ${targets.join(', ')}: let one deadline be it`]
    : []
}

function checkDeadline(scope: Scope, deadline: DeadlineSpec): readonly string[] {
  const { code, basis, from, metBy } = deadline
  const where = `${scope.where}: the deadline ${code}`
  const { procedure } = scope
  const faults = 'rule' in basis ? checkRule(where, basis) : []
  if (metBy !== 'end' && !isOwnOrKnownEvent(procedure, metBy.event))
    faults.push(`${where} is met by ${metBy.event}, which is not known: ${knownEvents(procedure)}`)
  return [...faults, ...checkFrom({ ...scope, where }, from)]
}

function checkRule(where: string, basis: Extract<DeadlineBasis, { rule: string }>): string[] {
  const { rule: id, number } = basis
  const rule = allRules.find((each) => each.id === id)
  if (!rule) return [`${where} names the rule ${id}, which is not there${likeIt(id)}`]
  if (number !== undefined && !rule.versions.every(({ isConfigurable }) => isConfigurable))
    return [`${where} has a number, which ${id} sets itself: leave it out`]
  return number === undefined && rule.versions.at(-1)?.counting.number === null
    ? [`${where} names the rule ${id}, which leaves its number open: add a number`]
    : []
}

/** The rules that begin with the same word. */
function likeIt(id: string): string {
  const [word = ''] = id.split('_')
  const like = allRules.map((rule) => rule.id).filter((each) => each.startsWith(`${word}_`))
  return like.length > 0 ? `: name one of ${like.join(', ')}` : ': name another, or give a target'
}

function checkFrom({ where, procedure, known, stage }: Scope, from: DatedThing): readonly string[] {
  if (from.kind === 'event' && !isOwnOrKnownEvent(procedure, from.event))
    return [`${where} counts from ${from.event}, which is not known: ${knownEvents(procedure)}`]
  if (from.kind === 'deadline' && !known.some(({ code }) => code === from.deadline))
    return [
      `${where} counts from the deadline ${from.deadline}, which is neither the stage's nor the case's`,
    ]
  return from.kind === 'stage started' && !stage
    ? [`${where} counts from the start of a stage, and is of none: count from received`]
    : []
}

function checkCircles({ where, deadlines, known }: Scope): readonly string[] {
  const next = (code: string): string | undefined => {
    const from = known.find((each) => each.code === code)?.from
    return from?.kind === 'deadline' ? from.deadline : undefined
  }
  return deadlines.flatMap(({ code }) => {
    const passed: string[] = []
    for (let at = next(code); at !== undefined && !passed.includes(at); at = next(at))
      passed.push(at)
    return passed.includes(code)
      ? [`${where}: the deadline ${code} counts from itself by way of ${passed.join(', ')}`]
      : []
  })
}

const checkDue = (scope: Scope, { tasks, letters }: ProcedureStage): readonly string[] => [
  ...tasks.flatMap(({ code, due }) =>
    due ? checkFrom({ ...scope, where: `${scope.where}: the task ${code}` }, due.from) : [],
  ),
  ...letters.flatMap(({ template, due }) =>
    due ? checkFrom({ ...scope, where: `${scope.where}: the letter ${template}` }, due.from) : [],
  ),
]
