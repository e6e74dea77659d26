import { checkAssignment } from './check-assignment.ts'
import { checkConditions } from './check-conditions.ts'
import { checkDeadlines } from './check-deadlines.ts'
import { checkFlow } from './check-flow.ts'
import type { DeadlineSpec, Procedure } from './procedure.ts'
import { isAmong, repeatedOf, type ProcedureSurroundings } from './surroundings.ts'
import { placedStages } from './walk.ts'

/** All that is wrong with a procedure, each in a sentence that says where and how to mend it. */
export const checkProcedure = (
  procedure: Procedure,
  around: ProcedureSurroundings,
): readonly string[] => [
  ...new Set([
    ...checkFlow(procedure),
    ...checkCodes(procedure),
    ...checkConditions(procedure, around),
    ...checkDeadlines(procedure),
    ...checkFields(procedure, around),
    ...checkTeams(procedure, around),
    ...checkLetters(procedure, around),
    ...checkAssignment(procedure, around),
  ]),
]

const codesOf = (things: readonly { readonly code: string }[]): readonly string[] =>
  things.map(({ code }) => code)

/** Stages are named by their code alone in places, so it is theirs in the whole procedure. */
function checkCodes(procedure: Procedure): readonly string[] {
  const { tracks, events, endings, reopenings, clearances, assignment } = procedure
  const stages = placedStages(procedure).map(({ stage }) => stage)
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['tracks', codesOf(tracks)],
    ['stages', codesOf(stages)],
    ['events', codesOf(events)],
    ['endings', codesOf(endings)],
    ['reopenings', codesOf(reopenings)],
    ['clearance chains', codesOf(clearances)],
    ['assignment rules', assignment.map(({ name }) => name)],
    ...stages.flatMap(({ code, outcomes, tasks }) => [
      [`outcomes of the stage ${code}`, codesOf(outcomes)] as const,
      [`tasks of the stage ${code}`, codesOf(tasks)] as const,
    ]),
    ...clearances.map(({ code, steps }) => [`steps of ${code}`, codesOf(steps)] as const),
  ]
  const empty = clearances.filter(({ steps }) => steps.length === 0)
  return [
    ...lists.flatMap(([what, codes]) =>
      repeatedOf(codes).map((code) => `Two ${what} are called ${code}: give each its own`),
    ),
    ...empty.map(({ code }) => `The clearance chain ${code} has no step: add one`),
  ]
}

function checkFields(procedure: Procedure, { fields }: ProcedureSurroundings): readonly string[] {
  const required = [
    ...placedStages(procedure).flatMap(({ stage }) =>
      stage.outcomes.map(
        (each) => [`Stage ${stage.code}: the outcome ${each.code}`, each] as const,
      ),
    ),
    ...procedure.endings.map((each) => [`Ending ${each.code}`, each] as const),
  ]
  return required.flatMap(([where, { requires }]) =>
    requires
      .filter((field) => !fields.some(({ id }) => id === field))
      .map(
        (field) =>
          `${where} requires ${field}, which is no field of the case type: add it to fields`,
      ),
  )
}

function checkTeams(procedure: Procedure, { teamCodes }: ProcedureSurroundings): readonly string[] {
  if (teamCodes === undefined) return []
  return teamsNamed(procedure)
    .filter(([, team]) => team !== undefined && !isAmong(teamCodes, team))
    .map(([where, team]) => `${where} names the team ${team}, which is not there: add it first`)
}

type Named = readonly (readonly [string, string | undefined])[]

const teamsNamed = (procedure: Procedure): Named => [
  ...placedStages(procedure).flatMap(({ stage }): Named => [
    [`Stage ${stage.code}`, stage.team],
    ...stage.tasks.map(
      ({ code, team }) => [`Stage ${stage.code}: the task ${code}`, team] as const,
    ),
    ...remindedTeams(`Stage ${stage.code}`, stage.deadlines),
  ]),
  ...remindedTeams('The case', procedure.deadlines),
  ...procedure.assignment.map(({ name, to }) => [`Assignment rule ${name}`, to.team] as const),
  ['The queue', procedure.queue],
  ...procedure.clearances.flatMap(({ code, steps }) =>
    steps.map((step) => [`Clearance ${code}: the step ${step.code}`, step.team] as const),
  ),
]

const remindedTeams = (where: string, deadlines: readonly DeadlineSpec[]): Named =>
  deadlines.flatMap(({ code, reminders }) =>
    reminders.flatMap(({ to }) =>
      to.kind === 'team' ? [[`${where}: a reminder of ${code}`, to.team] as const] : [],
    ),
  )

function checkLetters(
  procedure: Procedure,
  { templateCodes }: ProcedureSurroundings,
): readonly string[] {
  if (templateCodes === undefined) return []
  return placedStages(procedure).flatMap(({ stage }) =>
    stage.letters
      .filter(({ template }) => !isAmong(templateCodes, template))
      .map(
        ({ template }) =>
          `Stage ${stage.code} raises the letter ${template}, which is not there: add the template first`,
      ),
  )
}
