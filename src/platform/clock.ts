/** Where the time comes from. Tests hand in one that stands still. */
export interface Clock {
  now(): Date
  /** The moment the database is told to believe in; absent while it uses its own time. */
  readonly databaseNow?: () => Date
}

/** The time of this machine. */
export const systemClock: Clock = Object.freeze({ now: () => new Date() })

/** A clock that stands at a moment until it is set to another, for tests and demonstrations. */
export function stoppedClock(at: string): Clock & { set(to: string): void } {
  let moment = new Date(at)
  const now = () => new Date(moment)
  return Object.freeze({
    now,
    databaseNow: now,
    set: (to: string) => void (moment = new Date(to)),
  })
}
