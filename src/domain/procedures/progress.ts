import { needsFor, onceEach, type CaseFacts, type NameOf, type Need } from './lacking.ts'
import type {
  Condition,
  Ending,
  Procedure,
  ProcedureStage,
  StageOutcome,
  Track,
} from './procedure.ts'
import { begunWith, nextStage, stageOf } from './walk.ts'

/** An outcome of a stage with what a case lacks for it; nothing where it can be taken now. */
export interface PossibleOutcome {
  readonly outcome: StageOutcome
  readonly needs: readonly Need[]
}

/** Where a case is, and what is so about it. */
export interface Standing {
  readonly track: Track
  readonly stage: ProcedureStage
  readonly facts: CaseFacts
  readonly nameOf: NameOf
}

const filled = (fields: readonly string[]): readonly Condition[] =>
  fields.map((field) => ({ kind: 'field filled', field }))

/** What an outcome asks for: to end its stage, to end it so, and to begin the stages that come of it. */
export const conditionsOfOutcome = (
  procedure: Procedure,
  { track, stage }: Pick<Standing, 'track' | 'stage'>,
  outcome: StageOutcome,
): readonly Condition[] => [
  ...askedToEnd(stage, outcome),
  ...askedToBegin(procedure, track, outcome),
]

const askedToEnd = ({ exit }: ProcedureStage, { conditions, requires }: StageOutcome) => [
  ...exit,
  ...conditions,
  ...filled(requires),
]

const askedToBegin = (procedure: Procedure, { code }: Track, outcome: StageOutcome) => [
  ...(stageOf(procedure, code, nextStage(outcome) ?? '')?.entry ?? []),
  ...begunWith(procedure, outcome).flatMap(({ stage: { entry } }) => entry),
]

/** The outcomes of a stage, each with what the case lacks for it. */
export const outcomesOf = (
  procedure: Procedure,
  { track, stage, facts, nameOf }: Standing,
): readonly PossibleOutcome[] =>
  stage.outcomes.map((outcome) => {
    const events = facts.eventsOfStage({ track, stage })
    const toEnd = needsFor(askedToEnd(stage, outcome), { ...facts, events }, nameOf)
    // whoever ends the one stage need not be whoever works the next
    const toBegin = needsFor(
      askedToBegin(procedure, track, outcome),
      { ...facts, actor: undefined },
      nameOf,
    )
    return { outcome, needs: onceEach([...toEnd, ...toBegin]) }
  })

/** What an ending asks for. */
export const conditionsOfEnding = ({ conditions, requires }: Ending): readonly Condition[] => [
  ...conditions,
  ...filled(requires),
]

/** What a case lacks for an ending; nothing where it can end so now. */
export const needsForEnding = (
  ending: Ending,
  { facts, nameOf }: Pick<Standing, 'facts' | 'nameOf'>,
): readonly Need[] => needsFor(conditionsOfEnding(ending), facts, nameOf)

/** The ids of the fields that conditions ask to be filled in. */
export const fieldsIn = (conditions: readonly Condition[]): readonly string[] => [
  ...new Set(
    conditions.flatMap((condition) => (condition.kind === 'field filled' ? condition.field : [])),
  ),
]
