const seconds = 1000
const minutes = 60 * seconds

/** How signing in went of late: for this person from this address, for them from anywhere, from this address for all. */
export interface Standing {
  /** Has this person signed in from this address before? */
  readonly isKnownPlace: boolean
  readonly failuresHere: number
  readonly failedHereAt: Date | null
  readonly failures: number
  readonly failedAt: Date | null
  /** How many persons failed from this address, whether there are such persons or not. */
  readonly personsFailed: number
  readonly personFailedAt: Date | null
}

const freeFailures = 4
/** An office on a Monday has fewer people who forgot their password and did not get in after all. */
const freePersons = 29
const firstWait = 15 * seconds
const longestWait = 15 * minutes

/**
 * Until when somebody must wait before another password is looked at; undefined where they need not. Waits grow
 * and end: nobody is locked out. Where somebody has signed in before, only what failed for them there counts, so
 * that no stranger keeps them out, and no neighbour.
 */
export function waitUntil(standing: Standing, now: Date): Date | undefined {
  const { isKnownPlace, failuresHere, failedHereAt, failures, failedAt } = standing
  const waits = isKnownPlace
    ? [ending(failedHereAt, failuresHere - freeFailures)]
    : [
        ending(failedAt, failures - freeFailures),
        ending(standing.personFailedAt, standing.personsFailed - freePersons),
      ]
  const latest = Math.max(...waits)
  return latest > now.getTime() ? new Date(latest) : undefined
}

/**
 * Until when nobody at an address may ask anew to sign in as whoever they turn out to be; undefined where they need
 * not wait. An office may ask as often as so many people who did not get in after all.
 */
export function waitAtAddress(
  { failuresHere, failedHereAt }: Pick<Standing, 'failuresHere' | 'failedHereAt'>,
  now: Date,
): Date | undefined {
  const over = ending(failedHereAt, failuresHere - freePersons)
  return over > now.getTime() ? new Date(over) : undefined
}

/** When a wait is over that doubles with each failure too many. */
const ending = (from: Date | null, tooMany: number): number =>
  from === null || tooMany < 1
    ? 0
    : from.getTime() + Math.min(firstWait * 2 ** Math.min(tooMany - 1, 20), longestWait)

/** How long failures of a person count, in milliseconds. */
export const personMemory = 24 * 60 * minutes
/** How long failures from an address count. */
export const addressMemory = 15 * minutes
