/** What one stretch of load came to. */
export interface Figures {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Microseconds of processor time that a call took of the process before PostgreSQL: server, or floor. */
  readonly processor: number
}

/** Sums up how long each piece of work took, in milliseconds, over so many seconds. */
export function figuresOf(times: Float64Array, seconds: number): Omit<Figures, 'processor'> {
  const sorted = times.toSorted()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** The median of numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** The median of each figure. */
export const medianFigures = (all: readonly Figures[]): Figures => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50: median(all.map(({ p50 }) => p50)),
  p95: median(all.map(({ p95 }) => p95)),
  p99: median(all.map(({ p99 }) => p99)),
  processor: median(all.map(({ processor }) => processor)),
})
