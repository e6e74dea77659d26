/** How a clearance stands, and which wording of the answer it is of. */
export interface Cleared {
  readonly version: number
  readonly state: string
}

/** How an answer stands. */
export type AnswerStanding =
  'dropped' | 'draft' | 'being cleared' | 'returned' | 'cleared' | 'changed since it was cleared'

/** How an answer stands by its newest version and its clearances, oldest first: what is changed needs a new one. */
export function standingOf(
  { version, isDropped }: { readonly version: number; readonly isDropped: boolean },
  clearances: readonly Cleared[],
): AnswerStanding {
  if (isDropped) return 'dropped'
  const last = clearances.at(-1)
  if (last?.state === 'running') return 'being cleared'
  const ofVersion = clearances.filter((each) => each.version === version)
  if (ofVersion.some(({ state }) => state === 'given')) return 'cleared'
  if (last?.state === 'returned') return 'returned'
  const wasCleared = clearances.some(({ state }) => state === 'given')
  return wasCleared ? 'changed since it was cleared' : 'draft'
}
