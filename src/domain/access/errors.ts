import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const unknownReader = refusal('unknownReader', 'This person is not named on the case')
export const unknownBar = refusal('unknownBar', 'This person is not barred from the case')
export const nothingToOpen = refusal(
  'nothingToOpen',
  'There is no case of that number that you can open this way',
)

/** A refusal for what was sent under one name. */
export const flawed = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
