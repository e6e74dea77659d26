import { clearanceFacts } from '#domain/clearance/index.ts'
import { complaintFacts } from '#domain/complaints/index.ts'
import { informationFacts, lackingForAnswer } from '#domain/request-parts/index.ts'
import { conditionsIn, type CaseFacts, type Condition } from '#domain/procedures/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Reading } from '#platform/statement.ts'
import { getFactsOfCase, type EventRecord } from './facts-queries.ts'
import type { CaseStanding, Place } from './standing.ts'

/** What is so about a case, as the conditions of its procedure ask for it; of whoever ends something of it, who that is. */
export async function factsOf(
  db: Reading,
  standing: CaseStanding,
  actor?: Actor,
): Promise<CaseFacts> {
  const { caseId, caseType, stages, assignedUserId } = standing
  const conditions = conditionsIn(caseType.procedure)
  const [held, complaint, clearance, answer] = await Promise.all([
    getFactsOfCase(db, { caseId }),
    conditions.some(isOfComplaint) ? complaintFacts(db, caseId) : noComplaint,
    conditions.some(isOfClearance) ? clearanceFacts(db, caseId) : noClearance,
    conditions.some(isOfAnswer) ? answerFacts(db, caseId) : noAnswer,
  ])
  const asked = (kind: Condition['kind']): readonly string[] =>
    conditions.flatMap((each) => (each.kind === kind ? namedBy(each) : []))
  return {
    events: new Set(held.events.map(({ name }) => name)),
    eventsOfStage: (place) => eventsWithin(standing, place, held.events),
    fields: spelt(
      held.fields,
      caseType.fields.map(({ id }) => id),
    ),
    tasksDone: spelt(held.tasksDone, asked('task done')),
    lettersSent: spelt(held.lettersSent, asked('letter sent')),
    documentCategories: spelt(held.documentCategories, asked('document held')),
    classifiedIn: spelt(held.classifiedIn, asked('classified')),
    stoppedFor: held.stoppedFor,
    ...complaint,
    ...clearance,
    ...answer,
    workers: new Map(stages.map(({ code, workers }) => [code, new Set(workers)])),
    worker: assignedUserId ?? undefined,
    actor: actor?.kind === 'user' ? actor.id : undefined,
  }
}

/**
 * What was recorded of a stage, or of the case as a whole since the stage began: since receipt where a time of the
 * stage counts from there, as the clock has it.
 */
function eventsWithin(
  { stages }: CaseStanding,
  { track, stage }: Place,
  events: readonly EventRecord[],
): ReadonlySet<string> {
  const record = stages.find((each) => each.track === track.code && each.code === stage.code)
  const isFromReceipt = stage.deadlines.some(({ from }) => from.kind === 'received')
  const since = isFromReceipt ? '' : (record?.startedOn ?? '')
  const isOfStage = (event: EventRecord): boolean =>
    event.stage === ''
      ? event.on >= since
      : event.track === track.code && event.stage === stage.code
  return new Set(events.filter(isOfStage).map(({ name }) => name))
}

const noComplaint = Object.freeze({ points: 0, unansweredPoints: 0, openRemedies: 0 })
const isOfComplaint = ({ kind }: Condition): boolean =>
  kind === 'points answered' || kind === 'remedies done'
const noClearance = Object.freeze({ isCleared: false, isClearanceOpen: false })
const isOfClearance = ({ kind }: Condition): boolean =>
  kind === 'clearance given' || kind === 'clearance settled'
const noAnswer = Object.freeze({ answerLacks: [], withheldParts: [] })
const isOfAnswer = ({ kind }: Condition): boolean =>
  kind === 'answer complete' || kind === 'nothing withheld'

async function answerFacts(
  db: Reading,
  caseId: number,
): Promise<Pick<CaseFacts, 'answerLacks' | 'withheldParts'>> {
  const facts = await informationFacts(db, caseId)
  return { answerLacks: lackingForAnswer(facts), withheldParts: facts.withheldParts }
}

function namedBy(condition: Condition): readonly string[] {
  const { kind: _, ...asked } = condition
  return Object.values(asked)
}

/** Of the names that are asked for, those that are held, whatever the letter case they were stored in. */
function spelt(held: readonly string[], asked: readonly string[]): ReadonlySet<string> {
  const folded = new Set(held.map(fold))
  return new Set(asked.filter((name) => folded.has(fold(name))))
}

const fold = (text: string): string => text.trim().toLowerCase()
