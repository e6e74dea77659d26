import { refusal } from '#kernel/refusal.ts'

export const nothingWaits = refusal(
  'nothingWaits',
  'No version of this case type waits to be published: it may have been published or taken back meanwhile',
)
