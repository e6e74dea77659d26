import type { CaseType } from '#domain/case-types/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { dueAfter, inOfficeHours, later } from './days.ts'
import { plannedStages, type PlannedStage, type PlannedTask } from './plan.ts'
import type { Life } from '#seeding/seed-files.ts'

/** One stage of a case. */
export interface Step {
  readonly code: string
  readonly stage: number | null
  readonly status: string
  readonly tasks: readonly PlannedTask[]
  readonly startedAt: Date
  readonly days: number
  readonly receivedOn: string
  readonly dueOn: string
  readonly answeredAt: Date | null
  readonly isInTarget: boolean | null
  readonly outcome: string | null
  readonly events: readonly ClockMoment[]
}

/** Something that happened to the clock of a case, and when. */
export interface ClockMoment {
  readonly name: string
  readonly at: Date
}

/** When things happened to a case, as far as they have by now. */
export interface Course {
  readonly receivedAt: Date
  readonly acknowledgedAt: Date | null
  readonly steps: readonly Step[]
  /** The last of the steps. */
  readonly current: Step
  readonly closedAt: Date | null
  readonly ending: 'answered' | 'withdrawn' | 'returned' | null
}

/** What decides how a case goes. */
export interface Beginning {
  readonly caseType: CaseType
  readonly life: Life
  readonly receivedAt: Date
  readonly now: Date
  /** It has been acknowledged, and no more. */
  readonly isNew: boolean
}

/** Decides how a case has gone. */
export function courseOf(beginning: Beginning, chance: Chance): Course {
  const { receivedAt, now, isNew } = beginning
  if (isNew) return { ...unanswered(beginning), receivedAt, acknowledgedAt: soon(receivedAt) }
  const taken = inOfficeHours(later(receivedAt, 0.2 + 2 * chance.next()), chance)
  const acknowledgedAt = past(taken, now)
  if (acknowledgedAt === null) return { ...unanswered(beginning), receivedAt, acknowledgedAt }
  const early = chance.isWithin(7) ? chance.pick(['withdrawn', 'returned'] as const) : null
  const endedAt = past(inOfficeHours(later(acknowledgedAt, 1 + 5 * chance.next()), chance), now)
  if (early && endedAt)
    return {
      ...unanswered(beginning),
      receivedAt,
      acknowledgedAt,
      closedAt: endedAt,
      ending: early,
    }
  const steps = stepsOf(beginning, chance)
  const current = steps.at(-1) ?? unanswered(beginning).current
  const closedAt = current.answeredAt
  return {
    receivedAt,
    acknowledgedAt,
    steps,
    current,
    closedAt,
    ending: closedAt ? 'answered' : null,
  }
}

/** Twenty minutes later. */
const soon = (moment: Date): Date => later(moment, 1 / 72)

const past = (moment: Date, now: Date): Date | null => (moment < now ? moment : null)

function unanswered({ caseType, life, receivedAt }: Beginning) {
  const [first] = plannedStages(caseType, life)
  if (!first) throw new Error(`${caseType.name} has no stage`)
  const open = { answeredAt: null, isInTarget: null, outcome: null, events: [] }
  const current = { ...period(first, receivedAt), ...open }
  return { steps: [current], current, closedAt: null, ending: null }
}

function period(planned: PlannedStage, from: Date) {
  const receivedOn = writeLocalDate(from)
  return { ...planned, startedAt: from, receivedOn, dueOn: dueAfter(receivedOn, planned.days) }
}

function stepsOf(beginning: Beginning, chance: Chance): readonly Step[] {
  const { caseType, life, receivedAt, now } = beginning
  const steps: Step[] = []
  let from = receivedAt
  for (const target of plannedStages(caseType, life)) {
    const step = stepOf(beginning, { ...period(target, from), from }, chance)
    steps.push({ ...step, events: eventsIn(step, beginning) })
    if (life.goesOn?.[target.code] && step.answeredAt) {
      from = step.answeredAt
      continue
    }
    const next = step.answeredAt && past(inOfficeHours(later(step.answeredAt, 10), chance), now)
    if (next === null || !chance.isWithin(18)) break
    from = next
  }
  return steps
}

type Limits = ReturnType<typeof period> & { readonly from: Date }

/** Of what came in within so many days, some is not answered yet, whatever its target. */
const heldUpDays = 120

function stepOf(
  { life, now }: Beginning,
  { from, ...limits }: Limits,
  chance: Chance,
): Omit<Step, 'events'> {
  const pace = chance.isWithin(82) ? 0.35 + 0.5 * chance.next() : 1.1 + 0.5 * chance.next()
  const leading = life.goesOn?.[limits.code]?.outcome
  const isHeldUp = leading === undefined && isHeld(from, now, chance)
  const due = inOfficeHours(later(from, limits.days * pace), chance)
  const answeredAt = isHeldUp ? null : past(due, now)
  if (answeredAt === null) return { ...limits, answeredAt, isInTarget: null, outcome: null }
  return {
    ...limits,
    answeredAt,
    isInTarget: writeLocalDate(answeredAt) <= limits.dueOn,
    outcome: leading ?? outcomeOf(life, chance),
  }
}

/** What has happened to the clock in a stage, one thing after another and none after the stage ended. */
function eventsIn(
  { code, startedAt, answeredAt }: Omit<Step, 'events'>,
  { life, now }: Beginning,
): readonly ClockMoment[] {
  // chance of its own: what is decided by the other stays as it is
  const chance = chanceFrom(startedAt.getTime() / 1000)
  const events: ClockMoment[] = []
  let from = startedAt
  for (const [name, days] of Object.entries(life.clock?.[code] ?? {})) {
    const moment = inOfficeHours(later(from, days * chance.next()), chance)
    const at = answeredAt && answeredAt < moment ? answeredAt : past(moment, now)
    if (at === null) break
    events.push({ name, at })
    from = at
  }
  return events
}

const isHeld = (from: Date, now: Date, chance: Chance): boolean =>
  from > later(now, -heldUpDays) && chance.isWithin(35)

function outcomeOf({ outcomes }: Life, chance: Chance): string {
  const all = Object.keys(outcomes)
  return chance.pick(chance.isWithin(45) ? all.slice(0, 1) : all)
}
