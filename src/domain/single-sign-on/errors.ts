import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const noIdentity = refusal(
  'noIdentity',
  'This person is not linked to anybody at the provider',
)

/** A refusal for what was sent under one name. */
export const flawed = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
