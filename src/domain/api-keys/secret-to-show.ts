import type { Actor } from '#kernel/actor.ts'

const hour = 3_600_000

/** Says whether the present secret can still be shown to somebody: to whoever made it, within an hour, once. */
export const mayBeShown = (
  { secretFor, secretMadeAt }: { secretFor: number | null; secretMadeAt: Date | null },
  actor: Actor,
  now: Date,
): boolean =>
  secretMadeAt !== null &&
  secretFor === makerOf(actor) &&
  now.getTime() < secretMadeAt.getTime() + hour

/** Who may be shown the secret that they make: a person. */
export const makerOf = ({ kind, id }: Actor): number | undefined =>
  kind === 'user' ? id : undefined
