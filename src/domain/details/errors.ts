import { refusal } from '#kernel/refusal.ts'

export const detailsChangedMeanwhile = refusal(
  'detailsChangedMeanwhile',
  'Somebody has changed the details of this case since you opened the page',
)
