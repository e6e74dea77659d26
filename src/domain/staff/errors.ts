import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const unknownStaff = refusal('unknownStaff', 'There is nobody of that user name')
export const unknownTeam = refusal('unknownTeam', 'There is no such team')

/** A refusal for what was sent under one name. */
export const flawed = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
