import { several } from '#domain/lists/index.ts'
import { caseNumber } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'

const most = 100

/** The parameter that says which cases something is done to. */
export const chosenCases = required(several(caseNumber), 'Which cases', 'Case')

/** The cases that were chosen, each once, in the order of their numbers; too many are a flaw. */
export function distinct(cases: readonly number[]): readonly number[] {
  const all = [...new Set(cases)].toSorted((one, other) => one - other)
  if (all.length <= most) return all
  const message = `Select ${most} cases or fewer`
  throw new Refusal(invalidInput, [{ parameter: 'Case', kind: 'invalid', message }])
}
