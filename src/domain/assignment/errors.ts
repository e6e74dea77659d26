import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const unknownAbsence = refusal('unknownAbsence', 'There is no such absence')
export const assignedMeanwhile = refusal(
  'assignedMeanwhile',
  'Somebody has assigned this case since you opened the page',
)

/** A refusal for what was sent under one name. */
export const flawed = (
  parameter: string,
  message: string,
  kind: 'missing' | 'invalid' = 'invalid',
): Refusal => new Refusal(invalidInput, [{ parameter, kind, message }])
