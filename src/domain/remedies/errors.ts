import { refusal, type Flaw } from '#kernel/refusal.ts'

export const unknownPoint = refusal('unknownPoint', 'There is no such point on this case')
export const unknownRemedy = refusal('unknownRemedy', 'There is no such remedy on this case')
export const remedySettled = refusal(
  'remedySettled',
  'This remedy is done or not needed: undo that before you change it',
)
export const remedyOpen = refusal('remedyOpen', 'This remedy is open already')
export const changedMeanwhile = refusal(
  'changedMeanwhile',
  'Somebody has changed this since you opened it',
)

/** What is said, with `changedMeanwhile`, to somebody who saves what another has changed. */
export const conflict: readonly Flaw[] = [
  {
    parameter: 'Version',
    kind: 'invalid',
    message: `${changedMeanwhile.message}. Compare what is stored with what you entered, then save again`,
  },
]
