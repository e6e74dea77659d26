import { closuresFor, type OwnCalendars } from '#domain/holidays/index.ts'
import type { Nation, Receipt } from '#domain/calendar/index.ts'
import {
  allRules,
  deadlineOf,
  DeadlineRefused,
  type Circumstances,
  type Deadline,
  type Rule,
} from '#domain/deadlines/index.ts'
import {
  thingInWords,
  type DatedThing,
  type DeadlineSpec,
  type Procedure,
} from '#domain/procedures/index.ts'
import type { WorkingTimes } from '#domain/reminders/index.ts'
import {
  placeOf,
  type DatedCase,
  type DeadlineState,
  type Scope,
  type StoredDeadline,
} from './dated-case.ts'
import {
  eventsFor,
  eventsWithin,
  localDate,
  spanOfCase,
  spanOfStage,
  type Span,
} from './dated-thing.ts'
import { clockEventsFor } from './events-for-rule.ts'
import { localRule, localTarget, targetHeld } from './local-target.ts'
import { metOf, type Met } from './met.ts'

/** What the dates of a case are counted by. */
export interface Ground extends OwnCalendars {
  readonly procedure: Procedure
  /** When there is work, for reminders. */
  readonly times: WorkingTimes
  readonly nation: Nation
}

/** Why a deadline could not be counted. */
export interface Uncounted {
  readonly because: string
  /** Set where a rule forbids what is recorded. */
  readonly refused?: DeadlineRefused['reason']
}

/** A deadline as its rule and everything recorded make it. */
export interface Replayed extends Scope {
  readonly spec: DeadlineSpec
  readonly span: Span
  readonly state: DeadlineState
  readonly rule: string
  readonly ruleVersion: string
  readonly trigger: Receipt | undefined
  /** What the rule gives, whatever somebody has set. */
  readonly derivedDueOn: string | null
  readonly derivedDueAt: string | null
  /** What holds: the date that somebody has set, else the derived one. */
  readonly dueOn: string | null
  readonly dueAt: string | null
  /** Why somebody has set it by hand. */
  readonly overrideReason: string | null
  readonly metOn: string | null
  readonly isInTime: boolean | null
  readonly calculation: Deadline | Uncounted
  /** The rule, and what it was put to; absent while what it counts from has not happened. */
  readonly matter: Matter | undefined
}

/** A rule, and what it is put to. */
export interface Matter {
  readonly rule: Rule
  readonly circumstances: Circumstances
}

const specsOf = ({ of }: Span, { procedure }: Ground): readonly DeadlineSpec[] =>
  of ? of.stage.deadlines : procedure.deadlines

function spansOf(dated: DatedCase, { procedure }: Ground): readonly Span[] {
  const ofStages = dated.stages.flatMap((entered) => {
    const track = procedure.tracks.find(({ code }) => code === entered.track)
    const stage = track?.stages.find(({ code }) => code === entered.code)
    return track && stage ? [spanOfStage(dated, entered, { track, stage })] : []
  })
  return [spanOfCase(dated), ...ofStages]
}

/** What a relative date of a case can be counted from. */
export interface Counter {
  readonly spans: readonly Span[]
  count(span: Span, spec: DeadlineSpec): Replayed
  /** The day of something dated as seen from a span; undefined where it has not happened. */
  find(span: Span, thing: DatedThing): Receipt | undefined
}

/** Every deadline of a case, counted. */
export const countAll = (counting: Counter, ground: Ground): readonly Replayed[] =>
  counting.spans.flatMap((span) => specsOf(span, ground).map((spec) => counting.count(span, spec)))

/** Counts deadlines, each once; those that others are counted from come first by themselves. */
export function counter(dated: DatedCase, ground: Ground): Counter {
  const spans = spansOf(dated, ground)
  const stored = new Map(dated.deadlines.map((each) => [placeOf(each), each]))
  const counted = new Map<string, Replayed | 'being counted'>()
  const count = (span: Span, spec: DeadlineSpec): Replayed => {
    const place = placeOf({ ...span, code: spec.code })
    const known = counted.get(place)
    if (known === 'being counted') throw new Error('A deadline is counted from itself')
    if (known) return known
    counted.set(place, 'being counted')
    const replayed = countOne({ dated, ground, span, spec, stored: stored.get(place) }, find)
    counted.set(place, replayed)
    return replayed
  }
  const find = (span: Span, thing: DatedThing): Receipt | undefined => {
    if (thing.kind === 'received') return spanOfCase(dated).started
    if (thing.kind === 'stage started') return span.of ? span.started : undefined
    if (thing.kind === 'event') return dayOfEvent(dated, span, thing.event)
    for (const within of [span, ...spans.filter(({ of }) => !of)]) {
      const spec = specsOf(within, ground).find(({ code }) => code === thing.deadline)
      if (spec) return dueOf(count(within, spec))
    }
    return undefined
  }
  return { spans, count, find }
}

function dayOfEvent(dated: DatedCase, span: Span, name: string): Receipt | undefined {
  const event = eventsWithin(dated, span).find((each) => each.name === name)
  return event && { on: event.on, ...(event.at === null ? {} : { at: event.at }) }
}

function dueOf({ dueOn, dueAt }: Replayed): Receipt | undefined {
  if (dueAt !== null) return { on: localDate(dueAt), at: dueAt }
  return dueOn === null ? undefined : { on: dueOn }
}

interface One {
  readonly dated: DatedCase
  readonly ground: Ground
  readonly span: Span
  readonly spec: DeadlineSpec
  readonly stored: StoredDeadline | undefined
}

function countOne(one: One, find: Counter['find']): Replayed {
  const { dated, span, spec, stored } = one
  const trigger = find(span, spec.from)
  const events = eventsWithin(dated, span)
  const met = metOf(dated, { span, spec, events, trigger })
  const matter = trigger && matterOf(one, { trigger, met })
  const calculation = matter ? calculate(matter) : { because: whyUncounted(one, trigger) }
  const derived = derivedOf(calculation)
  const due = heldDue(stored) ?? derived
  return {
    track: span.track,
    stage: span.stage,
    spec,
    span,
    trigger,
    state: met.state ?? (isDue(due) ? 'running' : stateOf(calculation, trigger)),
    ...namesOf(one, calculation),
    derivedDueOn: derived.dueOn,
    derivedDueAt: derived.dueAt,
    ...due,
    ...overrideOf(stored),
    metOn: met.on,
    isInTime: isInTime(met, due, trigger !== undefined),
    calculation,
    matter,
  }
}

type Due = Pick<Replayed, 'dueOn' | 'dueAt'>

const isDue = ({ dueOn, dueAt }: Due): boolean => dueOn !== null || dueAt !== null

const overrideOf = (stored: StoredDeadline | undefined) => ({
  overrideReason: stored?.overrideReason ?? null,
})

/** The date that somebody has set. */
const heldDue = (stored: StoredDeadline | undefined): Due | undefined =>
  stored && stored.overrideReason !== null
    ? { dueOn: stored.dueOn, dueAt: stored.dueAt }
    : undefined

interface Happened {
  readonly trigger: Receipt
  readonly met: Met
}

function matterOf(one: One, { trigger, met }: Happened): Matter | undefined {
  const { dated, ground, span, spec } = one
  const rule = ruleFor(one, met)
  if (!rule) return undefined
  const purpose = { rule, spec, trigger, met }
  const closed = closuresFor(ground, rule, trigger.on)
  const known = clockEventsFor(eventsFor(dated, span, spec), purpose)
  return {
    rule,
    circumstances: {
      received: trigger,
      nation: ground.nation,
      calendars: ground.calendars,
      closures: closed.closures,
      events: closed.events.length > 0 ? [...known, ...closed.events] : known,
      ...versionKept(one, rule, trigger),
    },
  }
}

/** What is recorded and a rule forbids gives no date, and says why. */
function calculate({ rule, circumstances }: Matter): Deadline | Uncounted {
  try {
    return deadlineOf(rule, circumstances)
  } catch (error) {
    if (!(error instanceof DeadlineRefused)) throw error
    return { because: error.message, refused: error.reason }
  }
}

/**
 * An old case keeps the version of a rule that it began with, whichever of its deadlines goes by that, unless it is
 * found to have begun on another day. A target of the organisation's own has no versions beside those of the case type.
 */
function versionKept({ dated, stored }: One, rule: Rule, { on }: Receipt) {
  if (rule.id === localTarget) return {}
  const isOfRule = (each: StoredDeadline) => each.rule === rule.id && each.triggerOn === on
  const found = stored && isOfRule(stored) ? stored : dated.deadlines.find(isOfRule)
  return found ? { version: found.ruleVersion } : {}
}

const rules: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]))
const ruleFor = ({ spec: { basis }, stored }: One, met: Met): Rule | undefined =>
  'rule' in basis ? rules.get(basis.rule) : localRule(targetHeld(basis.target, { stored, met }))

function namesOf({ spec: { basis }, stored }: One, calculation: Deadline | Uncounted) {
  if ('rule' in calculation) return { rule: calculation.rule, ruleVersion: calculation.version }
  const rule = 'rule' in basis ? basis.rule : localTarget
  return { rule, ruleVersion: stored && stored.rule === rule ? stored.ruleVersion : '' }
}

function derivedOf(calculation: Deadline | Uncounted) {
  if (!('rule' in calculation)) return { dueOn: null, dueAt: null }
  return { dueOn: calculation.dueOn ?? null, dueAt: calculation.dueAt ?? null }
}

/** The columns of a date that is set by hand: a moment only where the rule counts to one. */
export const dueColumns = (
  { derivedDueAt }: Pick<Replayed, 'derivedDueAt'>,
  { on, at }: Receipt,
): Pick<Replayed, 'dueOn' | 'dueAt'> =>
  derivedDueAt !== null && at !== undefined
    ? { dueOn: null, dueAt: at }
    : { dueOn: on, dueAt: null }

function stateOf(calculation: Deadline | Uncounted, trigger: Receipt | undefined): DeadlineState {
  if (!trigger) return 'waiting'
  return 'rule' in calculation && calculation.state === 'stopped' ? 'stopped' : 'unsettled'
}

/** While a clock is stopped nothing can be late. */
function isInTime(
  { state, on, at }: Met,
  { dueOn, dueAt }: Pick<Replayed, 'dueOn' | 'dueAt'>,
  hasBegun: boolean,
): boolean | null {
  if (state !== 'met' || on === null) return null
  if (dueAt !== null)
    return at === null ? on <= localDate(dueAt) : Date.parse(at) <= Date.parse(dueAt)
  return dueOn === null ? hasBegun || null : on <= dueOn
}

const whyUncounted = (
  { spec: { basis, from }, ground }: One,
  trigger: Receipt | undefined,
): string =>
  trigger && 'rule' in basis
    ? `There is no rule ${basis.rule}`
    : `It counts from ${thingInWords(from, ground.procedure)}, which has not happened`
