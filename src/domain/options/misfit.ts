import { invalidInput, Refusal } from '#kernel/refusal.ts'
import type { List, Options } from './option.ts'

/** A text that was sent and fits neither the kind nor the list of its parameter (contract 6.0.4). */
export interface Misfit {
  /** The parameter's wire name. */
  readonly parameter: string
  readonly text: string
  /** The list that does not hold it, if it was to be of one. */
  readonly list?: List
}

/** How strictly an organisation holds to its lists: all of them, and those in a way of their own. */
export interface Strictness {
  readonly isStrict: boolean
  readonly options: Options
}

/** Lets misfits pass, to be kept and flagged on the case, but for those that the organisation is strict about. */
export function admitMisfits(
  misfits: readonly Misfit[],
  { isStrict, options }: Strictness,
): readonly Misfit[] {
  const refused = misfits.filter(({ list }) => (list && options.isStrict(list)) ?? isStrict)
  if (refused.length === 0) return misfits
  throw new Refusal(
    invalidInput,
    refused.map(({ parameter }) => ({
      parameter,
      kind: 'invalid',
      message: `${parameter} must be a value that is configured`,
    })),
  )
}
