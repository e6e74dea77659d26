import { refusal } from '#kernel/refusal.ts'

export const unknownActivity = refusal('unknownActivity', 'There is no such work on this case')
export const unknownOtherCase = refusal('unknownOtherCase', 'There is no such other case')
export const notLinked = refusal('notLinked', 'These requests are not linked by hand')
