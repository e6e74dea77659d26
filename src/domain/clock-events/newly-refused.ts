import type { Replayed } from '#domain/clock/index.ts'
import { forbidden } from './errors.ts'

const reasonOf = ({ calculation }: Replayed): string | undefined =>
  'refused' in calculation ? calculation.refused : undefined
const placeOfDeadline = ({ track, stage, spec: { code } }: Replayed): string =>
  `${track}\n${stage}\n${code}`

/** Throws a Refusal of a parameter whose value makes a rule forbid what is recorded, and did not before. */
export function refuseNewlyForbidden(
  before: readonly Replayed[],
  after: readonly Replayed[],
  parameter: string,
): void {
  const held = new Map(before.map((each) => [placeOfDeadline(each), reasonOf(each)]))
  for (const each of after) {
    const { calculation } = each
    if (!('refused' in calculation)) continue
    if (held.get(placeOfDeadline(each)) !== calculation.refused)
      throw forbidden(parameter, calculation.because)
  }
}
