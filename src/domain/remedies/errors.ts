import { refusal } from '#kernel/refusal.ts'

export const unknownPoint = refusal('unknownPoint', 'There is no such point on this case')
export const unknownRemedy = refusal('unknownRemedy', 'There is no such remedy on this case')
export const remedySettled = refusal(
  'remedySettled',
  'This remedy is done or not needed: undo that before you change it',
)
export const remedyOpen = refusal('remedyOpen', 'This remedy is open already')
