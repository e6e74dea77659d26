/** Pseudo-random choices that come out the same for the same seed, on every machine. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number between two bounds, both included. */
  between(least: number, most: number): number
  /** True so often of a hundred times. */
  isWithin(percent: number): boolean
  /** One of the values; throws where there is none. */
  pick<T>(values: readonly T[]): T
  /** All of the values in an order of chance. */
  shuffle<T>(values: readonly T[]): readonly T[]
}

/** Chance that begins at a seed (Mulberry32, public domain). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return Object.freeze<Chance>({
    next,
    between,
    isWithin: (percent) => next() * 100 < percent,
    pick(values) {
      const [picked] = values.slice(between(0, values.length - 1))
      if (picked === undefined) throw new Error('There is nothing to pick from')
      return picked
    },
    shuffle: (values) =>
      values
        .map((value) => ({ value, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  })
}
