import { refusal } from '#kernel/refusal.ts'

export const unknownDraft = refusal('unknownDraft', 'There is no such draft of yours')
export const unknownCallFile = refusal(
  'unknownCallFile',
  'There is no such document with this draft. It may have been taken off already',
)
