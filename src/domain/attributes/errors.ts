import { refusal } from '#kernel/refusal.ts'

export const unknownAttribute = refusal('unknownAttribute', 'There is no such attribute to change')
