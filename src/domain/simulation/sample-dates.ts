import {
  divisionOf,
  shippedCalendars,
  type Calendars,
  type Nation,
  type Receipt,
} from '#domain/calendar/index.ts'
import {
  DeadlineRefused,
  deadlineOf,
  isEventName,
  type ClockEvent,
  type Deadline,
  type Rule,
} from '#domain/deadlines/index.ts'
import {
  relativeDay,
  ruleOfBasis,
  thingInWords,
  type DatedThing,
  type DeadlineSpec,
  type Procedure,
  type ProcedureStage,
} from '#domain/procedures/index.ts'

/** Something that happens to a sample case on a day; of an interval, `until` is its last. */
export interface SampleEvent {
  readonly name: string
  readonly on: string
  readonly until?: string
}

/** What the dates of a sample case depend on. */
export interface SampleGround {
  readonly received: Receipt
  readonly nation: Nation
  readonly calendars?: Calendars
}

/** A deadline of a sample case: when it is due, or why there is no date. */
export interface SampleDeadline {
  readonly code: string
  readonly name: string
  readonly isTarget: boolean
  readonly rule?: string
  /** The day, as YYYY-MM-DD, or the moment of a rule that counts hours. */
  readonly due?: string
  readonly because?: string
}

/** Something to be done by a day. */
export interface SampleDue {
  readonly code: string
  readonly title: string
  readonly due?: string
}

/** What has happened where dates are reckoned. */
export interface Moment {
  readonly ground: SampleGround
  readonly events: readonly SampleEvent[]
  readonly startedOn: string | undefined
  readonly deadlines: readonly DeadlineSpec[]
  readonly procedure: Procedure
}

/** When a deadline falls due, counted by its rule or as a local target. */
export function sampleDeadline(moment: Moment, spec: DeadlineSpec): SampleDeadline {
  const { code, name, isTarget, basis } = spec
  const plain = { code, name, isTarget, ...('rule' in basis ? { rule: basis.rule } : {}) }
  const from = dateOf(moment, spec.from)
  if (from === undefined)
    return { ...plain, because: `waits for ${thingInWords(spec.from, moment.procedure)}` }
  const rule = ruleOfBasis(basis)
  if (rule) return { ...plain, ...ruled(moment, { rule, from }) }
  const due = dueDay(moment, { ...targetOf(basis), from: spec.from })
  return due === undefined ? plain : { ...plain, due }
}

const targetOf = (basis: DeadlineSpec['basis']) =>
  'target' in basis ? basis.target : ({ days: 0, unit: 'calendar' } as const)

type Answer = Pick<SampleDeadline, 'due' | 'because'>

function ruled(
  { ground, events }: Moment,
  { rule, from }: { readonly rule: Rule; readonly from: string },
): Answer {
  // the time of day is known of the day of receipt only
  const received = from === ground.received.on ? ground.received : { on: from }
  const { nation, calendars } = ground
  const own = events.filter((event): event is ClockEvent => isEventName(event.name))
  const counted = own.filter(({ on }) => on >= from)
  try {
    return answerOf(
      deadlineOf(rule, { received, nation, events: counted, ...(calendars ? { calendars } : {}) }),
    )
  } catch (refused) {
    if (refused instanceof DeadlineRefused) return { because: refused.message }
    throw refused
  }
}

function answerOf({ dueOn, dueAt, because, provisional }: Deadline): Answer {
  const due = dueOn ?? dueAt
  const doubt = provisional && `provisional: ${provisional.lacking}`
  const why = because ?? doubt
  return { ...(due === undefined ? {} : { due }), ...(why === undefined ? {} : { because: why }) }
}

/** The day of something dated; a deadline's is its due day. */
function dateOf(moment: Moment, thing: DatedThing): string | undefined {
  if (thing.kind === 'received') return moment.ground.received.on
  if (thing.kind === 'stage started') return moment.startedOn
  if (thing.kind === 'event') return dayOfEvent(moment, thing.event)
  const spec = moment.deadlines.find(({ code }) => code === thing.deadline)
  return spec && sampleDeadline(moment, spec).due?.slice(0, 10)
}

/** Where something has happened in several stages, the stage's own counts. */
function dayOfEvent({ events, startedOn = '' }: Moment, sought: string): string | undefined {
  const such = events.filter(({ name }) => name === sought)
  return (such.find(({ on }) => on >= startedOn) ?? such.at(-1))?.on
}

type Relative = Parameters<typeof relativeDay>[0]

function dueDay(moment: Moment, relative: Relative): string | undefined {
  const { nation, calendars = shippedCalendars() } = moment.ground
  return relativeDay(relative, (thing) => dateOf(moment, thing), calendars[divisionOf[nation]])
}

/** The tasks that a stage raises, with their days. */
export const sampleTasks = (moment: Moment, { tasks }: ProcedureStage): readonly SampleDue[] =>
  tasks.map(({ code, title, due }) => ({ code, title, ...dueOf(moment, due) }))

/** The letters that a stage raises, with their days. */
export const sampleLetters = (moment: Moment, { letters }: ProcedureStage): readonly SampleDue[] =>
  letters.map(({ template, when, due }) => ({ code: template, title: when, ...dueOf(moment, due) }))

function dueOf(moment: Moment, due: Relative | undefined): { readonly due?: string } {
  const day = due && dueDay(moment, due)
  return day === undefined ? {} : { due: day }
}
