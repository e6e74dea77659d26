import { refusal } from '#kernel/refusal.ts'

export const customerReferenceTaken = refusal(
  'customerReferenceTaken',
  'Another person already has this reference',
)

export const unknownPerson = refusal('unknownPerson', 'There is no such person')
export const personMerged = refusal(
  'personMerged',
  'This record was merged into another: change that one',
)
