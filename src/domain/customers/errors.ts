import { refusal } from '#kernel/refusal.ts'

export const customerReferenceTaken = refusal(
  'customerReferenceTaken',
  'Another person already has this reference',
)
