import { invalidInput, Refusal } from '#kernel/refusal.ts'

/** The refusal of a type that the case has already. */
export const sameType = (label: string): Refusal =>
  new Refusal(invalidInput, [
    { parameter: 'Type', kind: 'invalid', message: `This case is a case of “${label}” already` },
  ])
