import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const unknownOption = refusal('unknownOption', 'There is no such value')

/** A refusal for what was sent under one name. */
export const flawed = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
