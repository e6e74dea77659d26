import { invalidInput, refusal, Refusal } from '#kernel/refusal.ts'

export const unknownClockEvent = refusal('unknownClockEvent', 'There is no such event on the clock')
export const unknownDeadline = refusal('unknownDeadline', 'There is no such deadline')

/** The refusal of one parameter's value, with a sentence that says which rule forbids it. */
export const forbidden = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
