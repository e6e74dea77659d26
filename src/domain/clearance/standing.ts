/** How a clearance stands, and which wording of the answer it is of. */
export interface Cleared {
  readonly version: number
  readonly state: string
  /** It was given before the case was opened again: what it cleared has been said. */
  readonly isPast: boolean
}

/** How an answer stands. */
export type AnswerStanding =
  | 'dropped'
  | 'draft'
  | 'being cleared'
  | 'returned'
  | 'cleared'
  | 'changed since it was cleared'
  | 'cleared before the case was reopened'

/** How an answer stands by its newest version and its clearances, oldest first: what is changed needs a new one. */
export function standingOf(
  { version, isDropped }: { readonly version: number; readonly isDropped: boolean },
  clearances: readonly Cleared[],
): AnswerStanding {
  if (isDropped) return 'dropped'
  const last = clearances.at(-1)
  if (last?.state === 'running') return 'being cleared'
  const given = clearances.filter(({ state }) => state === 'given')
  const ofVersion = given.filter((each) => each.version === version)
  if (ofVersion.some(({ isPast }) => !isPast)) return 'cleared'
  return last?.state === 'returned' ? 'returned' : uncleared(given.length, ofVersion.length)
}

function uncleared(given: number, ofVersion: number): AnswerStanding {
  if (ofVersion > 0) return 'cleared before the case was reopened'
  return given > 0 ? 'changed since it was cleared' : 'draft'
}
