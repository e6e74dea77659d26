import { refusal } from '#kernel/refusal.ts'

export const unknownAccount = refusal('unknownAccount', 'There is no such account')
