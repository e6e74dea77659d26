/** Who has a case: a person of a team, its queue, or nobody; and the rule that gave it to them. */
export type HolderNames = {
  readonly team: string | null
  readonly person: string | null
  readonly rule: string | null
}

/** Who has a case and why, as a sentence without its full stop. */
export function holderInWords({ team, person, rule }: HolderNames): string {
  const queue = team === null ? undefined : `the queue of ${team}`
  const holder = person ?? queue
  if (holder === undefined) return 'Not assigned'
  return `Assigned to ${holder}${rule === null ? '' : ` by the rule ${rule}`}`
}
