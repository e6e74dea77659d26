import type { DatedCase } from './dated-case.ts'
import { localDate } from './dated-thing.ts'
import type { Replayed } from './replay.ts'

/** The date that a case shows as its target, and the days that led to it; undefined where it has no target. */
export interface Target {
  readonly targetOn: string | null
  readonly targetDays: number | null
}

const open = new Set(['running', 'stopped', 'unsettled', 'waiting'])

/** The target of a case: that which is open now and comes first, or the last one where none is open. */
export function targetOf(dated: Closing, deadlines: readonly Replayed[]): Target | undefined {
  const found =
    openTarget(dated, deadlines) ??
    deadlines
      .filter(({ spec }) => spec.isTarget)
      .toSorted(bySoonest)
      .at(-1)
  return found && { targetOn: dayDue(found), targetDays: daysOf(found) }
}

type Closing = Pick<DatedCase, 'closedOn'>

/** The deadline that is a case's target now: of those that are open, the one that comes first. */
export const openTarget = (
  { closedOn }: Closing,
  deadlines: readonly Replayed[],
): Replayed | undefined =>
  closedOn === null
    ? deadlines.filter(({ spec, state }) => spec.isTarget && open.has(state)).toSorted(bySoonest)[0]
    : undefined

/** The day on which something is due, whether its rule counts days or hours. */
export const dayDue = ({ dueOn, dueAt }: Pick<Replayed, 'dueOn' | 'dueAt'>): string | null =>
  dueOn ?? (dueAt === null ? null : localDate(dueAt))

const bySoonest = (one: Replayed, other: Replayed): number =>
  (dayDue(one) ?? '9999').localeCompare(dayDue(other) ?? '9999')

/** The number of days that were counted; none where a rule counts months or hours. */
function daysOf({ calculation, spec: { basis } }: Replayed): number | null {
  if ('target' in basis) return basis.target.days
  if (!('rule' in calculation)) return null
  const { convention, number } = calculation.counting
  return convention.endsWith('MONTHS') || convention === 'HOURS' ? null : number
}
