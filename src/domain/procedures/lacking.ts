import { isEventName, titleOf } from '#domain/time-limits/index.ts'
import type { Condition, Procedure } from './procedure.ts'
import { placedStages, type Placed } from './walk.ts'

/** What is so about a case, as conditions ask for it; all by code. */
export interface CaseFacts {
  /** Clock events that are recorded and not withdrawn. */
  readonly events: ReadonlySet<string>
  /** Those of them that count for the end of a stage: an earlier stage's are none of its own. */
  readonly eventsOfStage: (of: Placed) => ReadonlySet<string>
  /** Fields that hold something. */
  readonly fields: ReadonlySet<string>
  readonly tasksDone: ReadonlySet<string>
  /** Letter templates of which one has been sent. */
  readonly lettersSent: ReadonlySet<string>
  readonly documentCategories: ReadonlySet<string>
  /** Classification groups in which the case has a value. */
  readonly classifiedIn: ReadonlySet<string>
  /** Points of complaint, answered or not. */
  readonly points: number
  readonly unansweredPoints: number
  readonly openRemedies: number
  /** What stopped clocks wait for, in words such as `clarification`. */
  readonly stoppedFor: readonly string[]
  readonly isCleared: boolean
  /** Is an answer that was put to a chain not cleared as it reads now? */
  readonly isClearanceOpen: boolean
  /** What the answer to a request for information lacks, as sentences. */
  readonly answerLacks: readonly string[]
  /** The numbers of the parts of a request for information of which something is withheld. */
  readonly withheldParts: readonly number[]
  /** The users who have worked each stage, by its code. */
  readonly workers: ReadonlyMap<string, ReadonlySet<number>>
  /** Whoever has the case now. */
  readonly worker: number | undefined
  /** Whoever ends a stage or a case; undefined where nothing ends. */
  readonly actor?: number | undefined
}

/** What a code means in words. */
export type NameOf = (what: 'event' | 'task' | 'stage' | 'field' | 'letter', code: string) => string

/** Names of fields and letters, by code, which a procedure does not know itself. */
export interface FurtherNames {
  readonly fields?: ReadonlyMap<string, string>
  readonly letters?: ReadonlyMap<string, string>
}

/** Words for the codes of a procedure; a code that nothing names stands for itself. */
export function namesIn(procedure: Procedure, further: FurtherNames = {}): NameOf {
  const stages = placedStages(procedure).map(({ stage }) => stage)
  const names = {
    event: new Map(procedure.events.map(({ code, name }) => [code, name])),
    task: new Map(stages.flatMap(({ tasks }) => tasks.map(({ code, title }) => [code, title]))),
    stage: new Map(stages.map(({ code, name }) => [code, name])),
    field: further.fields,
    letter: further.letters,
  }
  return (what, code) =>
    names[what]?.get(code) ?? (what === 'event' && isEventName(code) ? titleOf(code) : code)
}

type Sentence<C extends Condition> = (
  condition: C,
  facts: CaseFacts,
  nameOf: NameOf,
) => string | readonly string[] | undefined

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** For each kind of condition, what is missing where it does not hold. */
const sentences = {
  'event recorded': ({ event }, { events }, nameOf) =>
    events.has(event) ? undefined : `“${nameOf('event', event)}” must be recorded first.`,
  'field filled': ({ field }, { fields }, nameOf) =>
    fields.has(field) ? undefined : `“${nameOf('field', field)}” must be filled in first.`,
  'task done': ({ task }, { tasksDone }, nameOf) =>
    tasksDone.has(task) ? undefined : `The task “${nameOf('task', task)}” must be done first.`,
  'letter sent': ({ template }, { lettersSent }, nameOf) =>
    lettersSent.has(template)
      ? undefined
      : `The letter “${nameOf('letter', template)}” must be sent first.`,
  'document held': ({ category }, { documentCategories }) =>
    documentCategories.has(category)
      ? undefined
      : `A document of the category “${category}” must be added first.`,
  classified: ({ group }, { classifiedIn }) =>
    classifiedIn.has(group) ? undefined : `The case must be classified by “${group}” first.`,
  'points answered': (_, { points, unansweredPoints }) => {
    if (points === 0) return 'Record what is complained of, point by point, first.'
    return unansweredPoints === 0
      ? undefined
      : `${counted(unansweredPoints, 'point of complaint has', 'points of complaint have')} no answer yet.`
  },
  'remedies done': (_, { openRemedies }) =>
    openRemedies === 0
      ? undefined
      : `${counted(openRemedies, 'remedy is', 'remedies are')} not done yet.`,
  'clock running': (_, { stoppedFor }) =>
    stoppedFor.length === 0 ? undefined : `The clock is stopped: ${stoppedFor.join(', ')}.`,
  'clearance given': (_, { isCleared }) =>
    isCleared ? undefined : 'The answer must be cleared first.',
  'clearance settled': (_, { isClearanceOpen }) =>
    isClearanceOpen ? 'The answer that was put to be cleared must be cleared first.' : undefined,
  'answer complete': (_, { answerLacks }) => answerLacks,
  'nothing withheld': (_, { withheldParts }) =>
    withheldParts.map(
      (part) =>
        `Something of part ${part} is withheld, so not all is sent: choose another outcome, or decide the part anew.`,
    ),
  'worker differs': ({ stage }, { worker, actor, workers }, nameOf) => {
    const hasWorked = (user: number | undefined) =>
      user !== undefined && workers.get(stage)?.has(user) === true
    if (hasWorked(worker) || (worker ?? actor) === undefined)
      return `Somebody who did not work “${nameOf('stage', stage)}” must have the case.`
    return hasWorked(actor)
      ? `You worked “${nameOf('stage', stage)}”: somebody who did not must do this.`
      : undefined
  },
} as const satisfies {
  readonly [K in Condition['kind']]: Sentence<Extract<Condition, { kind: K }>>
}

const asIs: NameOf = (_, code) => code

/** What a case lacks for a condition, as sentences; none where it holds. */
export function lacking(
  condition: Condition,
  facts: CaseFacts,
  nameOf: NameOf = asIs,
): readonly string[] {
  const sentence = sentences[condition.kind] as Sentence<Condition>
  return [sentence(condition, facts, nameOf) ?? []].flat()
}

/** Something that a case lacks: the condition that asks for it, and a sentence that says what. */
export interface Need {
  readonly condition: Condition
  readonly text: string
}

/** What a case lacks for several conditions, each thing once, with the condition that asks for it. */
export const needsFor = (
  conditions: readonly Condition[],
  facts: CaseFacts,
  nameOf: NameOf = asIs,
): readonly Need[] =>
  onceEach(
    conditions.flatMap((condition) =>
      lacking(condition, facts, nameOf).map((text) => ({ condition, text })),
    ),
  )

/** Of needs that say the same only the first. */
export const onceEach = (needs: readonly Need[]): readonly Need[] =>
  needs.filter(({ text }, at) => needs.findIndex((need) => need.text === text) === at)

/** What a case lacks for several conditions, as sentences, each once. */
export const allLacking = (...asked: Parameters<typeof needsFor>): readonly string[] =>
  needsFor(...asked).map(({ text }) => text)

const kindsOfName: Readonly<Record<string, Parameters<NameOf>[0]>> = {
  event: 'event',
  task: 'task',
  stage: 'stage',
  field: 'field',
  template: 'letter',
}

/** A condition as a few words, such as `task done: Call the customer`. */
export function conditionInWords({ kind, ...asked }: Condition, nameOf: NameOf = asIs): string {
  const [member, code] = Object.entries(asked)[0] ?? []
  if (member === undefined || code === undefined) return kind
  const what = kindsOfName[member]
  return `${kind}: ${what ? nameOf(what, code) : code}`
}
