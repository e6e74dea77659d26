import { refusal } from '#kernel/refusal.ts'

export const unknownReport = refusal('unknownReport', 'There is no such report')
