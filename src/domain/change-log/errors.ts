import { refusal } from '#kernel/refusal.ts'

export const unknownChange = refusal('unknownChange', 'There is no change with that number')
