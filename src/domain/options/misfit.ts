import { invalidInput, Refusal } from '#kernel/refusal.ts'

/** A text that was sent and fits neither the kind nor the list of its parameter (contract 6.0.4). */
export interface Misfit {
  /** The parameter's wire name. */
  readonly parameter: string
  readonly text: string
}

/** Lets misfits pass, to be kept and flagged on the case, unless the organisation chose to be strict. */
export function admitMisfits(misfits: readonly Misfit[], isStrict: boolean): readonly Misfit[] {
  if (!isStrict || misfits.length === 0) return misfits
  throw new Refusal(
    invalidInput,
    misfits.map(({ parameter }) => ({
      parameter,
      kind: 'invalid',
      message: `${parameter} must be a value that is configured`,
    })),
  )
}
