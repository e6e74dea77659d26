import { fieldParameter } from '#domain/details/index.ts'
import type { Need } from '#domain/procedures/index.ts'
import { invalidInput, refusal, Refusal, type Flaw } from '#kernel/refusal.ts'

export const caseClosed = refusal('caseClosed', 'This case is closed: reopen it first')
export const caseOpen = refusal('caseOpen', 'This case is open already')
export const movedMeanwhile = refusal(
  'movedMeanwhile',
  'This case has moved since you looked at it: look again before you move it',
)

/** A flaw of a parameter's value. */
export const flaw = (parameter: string, message: string): Flaw => ({
  parameter,
  kind: 'invalid',
  message,
})

/** The refusal of a parameter's value, with everything that stands against it, each in a sentence. */
export const against = (parameter: string, ...messages: readonly string[]): Refusal =>
  new Refusal(
    invalidInput,
    messages.map((message) => flaw(parameter, message)),
  )

/** Refuses a parameter's value where anything stands against it. */
export function refuseWhereLacking(parameter: string, lacking: readonly string[]): void {
  if (lacking.length > 0) throw against(parameter, ...lacking)
}

/** The refusals of what a case lacks for a way on: a field is asked for under its own name. */
export const flawsOf = (parameter: string, needs: readonly Need[]): readonly Flaw[] =>
  needs.map(({ condition, text }) =>
    condition.kind === 'field filled'
      ? { parameter: fieldParameter(condition.field), kind: 'missing', message: text }
      : flaw(parameter, text),
  )

/** Refuses where there is any flaw. */
export function refuseFlaws(flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
}
