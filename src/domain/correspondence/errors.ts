import { refusal } from '#kernel/refusal.ts'

export const unknownCorrespondence = refusal(
  'unknownCorrespondence',
  'There is no such correspondence on the case',
)
