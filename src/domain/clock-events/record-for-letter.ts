import { countCase, type CountedCase, type DatedCase, type Scope } from '#domain/clock/index.ts'
import type { Procedure } from '#domain/procedures/index.ts'
import type { Writing } from '#platform/statement.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { checkClockEvent, isOpen } from './check-clock-event.ts'
import { eventsOfRule } from './known-events.ts'
import { eventsOf } from './procedure-events.ts'
import { writeClockEvent } from './write-clock-event.ts'
import type { Doing } from './tell-case.ts'

/** What the sending of a letter brings about. */
export interface ToldByLetter extends Doing {
  readonly caseId: number
  readonly event: string
  /** The stage that asked for the letter; absent of one that was added by hand. */
  readonly of?: Scope | undefined
}

/**
 * Records what a letter says by being sent, dated today, for the stage that the case is in. Does nothing where that
 * stage has it already or has no use for it; throws a Refusal that names the rule where a rule forbids it.
 */
export async function recordForLetter(db: Writing, told: ToldByLetter): Promise<void> {
  const { caseId, event: name, of, now, author } = told
  const counted = await countCase(db, { caseId, now })
  const stage = openStages(counted.dated, of).find((each) => isOfUse(counted, each, name))
  if (!stage || isRecorded(counted.dated, stage, name)) return
  const { track, code, on } = { ...stage, on: writeLocalDate(now) }
  const event = { track, stage: code, name, on, at: null, until: null }
  checkClockEvent(counted, event, on)
  writeClockEvent(db, counted, { event, reason: null, author, now })
}

type Stage = DatedCase['stages'][number]

const openStages = ({ stages }: DatedCase, of: Scope | undefined): readonly Stage[] =>
  stages.filter(
    ({ track, code, startedAt, endedAt }) =>
      startedAt !== null &&
      endedAt === null &&
      (of === undefined || (of.track === track && of.stage === code)),
  )

/** Does an open deadline of a stage, or what the procedure asks for in it, know an event? */
function isOfUse({ ground, deadlines }: CountedCase, { track, code }: Stage, name: string) {
  const ofStage = deadlines.filter((each) => each.track === track && each.stage === code)
  return (
    ofStage.some((each) => isOpen(each) && eventsOfRule(each).includes(name)) ||
    eventsOfStage(ground.procedure, track, code).has(name)
  )
}

const eventsOfStage = (procedure: Procedure, track: string, code: string) =>
  eventsOf({
    ...procedure,
    deadlines: [],
    endings: [],
    tracks: procedure.tracks
      .filter((each) => each.code === track)
      .map((each) => ({ ...each, stages: each.stages.filter((stage) => stage.code === code) })),
  })

/** Has a stage an event of its own, or the case one that happened since the stage began? */
const isRecorded = ({ events, receivedOn }: DatedCase, stage: Stage, name: string): boolean =>
  events.some(
    (event) =>
      event.name === name &&
      (event.stage === ''
        ? event.on >= (stage.receivedOn ?? receivedOn)
        : event.track === stage.track && event.stage === stage.code),
  )
