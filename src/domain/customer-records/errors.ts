import { refusal } from '#kernel/refusal.ts'

export const unknownContact = refusal('unknownContact', 'There is no such contact detail')
export const unknownAlert = refusal(
  'unknownAlert',
  'There is no such alert: somebody may have changed or ended it',
)
