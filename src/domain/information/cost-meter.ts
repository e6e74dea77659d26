/** What work on a request is; the first four count towards the cost limit (Fees Regulations 2004, reg 4(3)). */
export const activityKinds = [
  'determining whether held',
  'locating',
  'retrieving',
  'extracting',
  'redacting',
  'reading',
  'considering exemptions',
] as const
export type ActivityKind = (typeof activityKinds)[number]

const counting: ReadonlySet<string> = new Set<ActivityKind>([
  'determining whether held',
  'locating',
  'retrieving',
  'extracting',
])

/** Says whether work of a kind counts towards the cost limit. */
export const isCounted = (kind: string): boolean => counting.has(kind)

/** Work on one request: an estimate of all work of its kind, or what was done. */
export interface Activity {
  readonly caseId: number
  readonly kind: string
  readonly isEstimate: boolean
  readonly minutes: number
}

/** The limit in hours; an hour is reckoned at £25 (reg 4(4)). */
export interface CostLimit {
  readonly hours: number
}
const poundsAnHour = 25

/** How much of the cost limit is used. Amounts are whole pence. */
export interface CostMeter {
  readonly limitMinutes: number
  readonly limitPence: number
  /** Work done that counts, over all requests. */
  readonly doneMinutes: number
  /** Of each kind of work of each request the greater of what was estimated and what was done. */
  readonly expectedMinutes: number
  readonly expectedPence: number
  /** Work that is kept and does not count. */
  readonly uncountedMinutes: number
  readonly isOverLimit: boolean
}

/** Reckons the cost of a request, or of several that count together, against the limit. */
export function costMeter(activities: readonly Activity[], { hours }: CostLimit): CostMeter {
  const counted = activities.filter(({ kind }) => isCounted(kind))
  const expectedMinutes = [...Map.groupBy(counted, ({ caseId, kind }) => `${caseId} ${kind}`)]
    .map(([, ofKind]) => Math.max(...doneAndEstimated(ofKind)))
    .reduce((sum, minutes) => sum + minutes, 0)
  return {
    limitMinutes: hours * 60,
    limitPence: hours * poundsAnHour * 100,
    doneMinutes: minutesOf(counted.filter(({ isEstimate }) => !isEstimate)),
    expectedMinutes,
    expectedPence: Math.round((expectedMinutes * poundsAnHour * 100) / 60),
    uncountedMinutes: minutesOf(
      activities.filter(({ kind, isEstimate }) => !isCounted(kind) && !isEstimate),
    ),
    isOverLimit: expectedMinutes > hours * 60,
  }
}

const doneAndEstimated = (activities: readonly Activity[]): readonly number[] =>
  [true, false].map((wanted) =>
    minutesOf(activities.filter(({ isEstimate }) => isEstimate === wanted)),
  )

const minutesOf = (activities: readonly Activity[]): number =>
  activities.reduce((sum, { minutes }) => sum + minutes, 0)
