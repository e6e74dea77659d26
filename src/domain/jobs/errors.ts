import { refusal } from '#kernel/refusal.ts'

export const unknownJob = refusal(
  'unknownJob',
  'There is no failed job with that number: it may have been tried again or given up by now',
)
