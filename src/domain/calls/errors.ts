import { refusal } from '#kernel/refusal.ts'

export const unknownDraft = refusal('unknownDraft', 'There is no such draft of yours')
