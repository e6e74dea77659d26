import {
  conditionInWords,
  conditionsOfOutcome,
  namesIn,
  stageOf,
  nextStage,
  type DeadlineSpec,
  type Procedure,
  type ProcedureStage,
  type StageOutcome,
  type Track,
} from '#domain/procedures/index.ts'
import { ordinaryOutcome, outcomeNamed, SimulationRefused } from './choose-outcome.ts'
import {
  sampleDeadline,
  sampleLetters,
  sampleTasks,
  type Moment,
  type SampleDeadline,
  type SampleDue,
  type SampleEvent,
  type SampleGround,
} from './sample-dates.ts'

/** How a sample case is to go. */
export interface SampleCourse extends SampleGround {
  readonly events?: readonly SampleEvent[]
  /** Outcomes to take one after another, of the main track or as `track:outcome`; then the ordinary ones. */
  readonly take?: readonly string[]
  /** Tracks to begin that do not begin by themselves. */
  readonly begin?: readonly string[]
}

/** One stage that a sample case goes through. */
export interface SimulatedStep {
  readonly track: string
  readonly stage: string
  readonly name: string
  readonly status: string
  readonly customerStatus: string
  readonly startedOn: string
  /** The day by which it is done where it goes as planned. */
  readonly endedOn: string
  readonly deadlines: readonly SampleDeadline[]
  readonly tasks: readonly SampleDue[]
  readonly letters: readonly SampleDue[]
  /** What must be so before it can end as it does. */
  readonly conditions: readonly string[]
  readonly outcome: string
  readonly leadsTo: string
  /** The tracks that begin with that. */
  readonly begins: readonly string[]
}

/** What a sample case goes through. */
export interface Simulation {
  readonly receivedOn: string
  readonly nation: string
  /** Deadlines of the case as a whole. */
  readonly deadlines: readonly SampleDeadline[]
  readonly steps: readonly SimulatedStep[]
  readonly closedOn?: string
}

const longest = 200

/**
 * Walks a sample case through a procedure: each stage is done on the last day that its deadlines and tasks
 * allow. Throws SimulationRefused for an outcome or track that is not there, and where no end is reached.
 */
export function simulate(procedure: Procedure, course: SampleCourse): Simulation {
  const { received, nation, events = [] } = course
  const { deadlines } = procedure
  const ofCase: Moment = { ground: course, events, startedOn: undefined, deadlines, procedure }
  const steps = walkTracks(procedure, course)
  const closed = steps.find(({ leadsTo }) => leadsTo === 'closure')
  return {
    receivedOn: received.on,
    nation,
    deadlines: deadlines.map((each) => sampleDeadline(ofCase, each)),
    steps,
    ...(closed ? { closedOn: closed.endedOn } : {}),
  }
}

/** Walks the tracks that begin by themselves or are to begin, and then those that begin with an outcome taken there. */
function walkTracks(procedure: Procedure, course: SampleCourse): readonly SimulatedStep[] {
  const walked = new Set<string>()
  const steps: SimulatedStep[] = []
  const waiting = [...begunTracks(procedure, course)]
  for (let track = waiting.shift(); track; track = waiting.shift()) {
    if (walked.has(track.code)) continue
    walked.add(track.code)
    const take = takenIn(procedure, track, course)
    const further = walkTrack(procedure, track, { ...course, take })
    steps.push(...further)
    const begun = further.flatMap(({ begins }) => begins)
    waiting.push(...procedure.tracks.filter(({ code }) => begun.includes(code)))
  }
  return steps
}

function begunTracks({ tracks }: Procedure, { begin = [] }: SampleCourse): readonly Track[] {
  const unknown = begin.find((code) => !tracks.some((track) => track.code === code))
  if (unknown !== undefined)
    throw new SimulationRefused(
      `There is no track "${unknown}"; there are: ${tracks.map(({ code }) => code).join(', ')}`,
    )
  return tracks.filter(({ code, begins }) => begins === 'opening' || begin.includes(code))
}

/** The outcomes wished for in a track; those that name none are the main track's. */
const takenIn = ({ tracks }: Procedure, track: Track, { take = [] }: SampleCourse) =>
  take.flatMap((wish) => {
    const [before = '', after] = wish.split(':')
    const [of, outcome] = after === undefined ? [tracks[0]?.code, before] : [before, after]
    return of === track.code ? [outcome] : []
  })

function walkTrack(
  procedure: Procedure,
  track: Track,
  course: SampleCourse,
): readonly SimulatedStep[] {
  const steps: SimulatedStep[] = []
  const visited = new Set<string>()
  const wishes = [...(course.take ?? [])]
  let startedOn = course.received.on
  for (let stage = track.stages[0]; stage;) {
    visited.add(stage.code)
    const wish = wishes.shift()
    const outcome: StageOutcome | undefined =
      wish === undefined ? ordinaryOutcome(track, stage, visited) : outcomeNamed(stage, wish)
    if (!outcome || steps.length >= longest)
      throw new SimulationRefused(`No end is reached from the stage ${stage.code} of ${track.code}`)
    const step = stepOf({ procedure, track, course }, { stage, outcome, startedOn })
    steps.push(step)
    startedOn = step.endedOn
    stage = stageOf(procedure, track.code, nextStage(outcome) ?? '')
  }
  if (wishes.length > 0)
    throw new SimulationRefused(`The track ${track.code} has ended before "${wishes[0]}"`)
  return steps
}

interface Walk {
  readonly procedure: Procedure
  readonly track: Track
  readonly course: SampleCourse
}

interface Stay {
  readonly stage: ProcedureStage
  readonly outcome: StageOutcome
  readonly startedOn: string
}

function stepOf({ procedure, track, course }: Walk, stay: Stay): SimulatedStep {
  const { stage, outcome, startedOn } = stay
  const deadlines = [...stage.deadlines, ...procedure.deadlines]
  const { events = [] } = course
  const whole: Moment = { ground: course, events, startedOn, deadlines, procedure }
  const until = endOf(whole, stage)
  // what happens later belongs to a later stage
  const moment = { ...whole, events: events.filter(({ on }) => on <= until) }
  const next = nextStage(outcome)
  return {
    track: track.code,
    stage: stage.code,
    name: stage.name,
    status: stage.status,
    customerStatus: stage.customerStatus,
    startedOn,
    endedOn: endOf(moment, stage),
    deadlines: stage.deadlines.map((each) => sampleDeadline(moment, each)),
    tasks: sampleTasks(moment, stage),
    letters: sampleLetters(moment, stage),
    conditions: conditionsOf(procedure, track, stay),
    outcome: outcome.label,
    leadsTo: next ?? (outcome.leadsTo === 'closure' ? 'closure' : 'track end'),
    begins: outcome.begins ?? [],
  }
}

/** A stage ends on its target's day, else with the last of what it must see done. */
function endOf(moment: Moment, stage: ProcedureStage): string {
  const dueOf = (each: DeadlineSpec) => sampleDeadline(moment, each).due?.slice(0, 10)
  const target = stage.deadlines.find(({ isTarget }) => isTarget)
  const days = [
    ...(target ? [dueOf(target)] : stage.deadlines.map(dueOf)),
    ...(target ? [] : sampleTasks(moment, stage).map(({ due }) => due)),
    moment.startedOn,
  ]
  return (
    days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1) ?? moment.ground.received.on
  )
}

function conditionsOf(
  procedure: Procedure,
  track: Track,
  { stage, outcome }: Stay,
): readonly string[] {
  const nameOf = namesIn(procedure)
  return conditionsOfOutcome(procedure, { track, stage }, outcome).map((each) =>
    conditionInWords(each, nameOf),
  )
}
