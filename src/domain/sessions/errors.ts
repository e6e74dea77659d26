import { refusal } from '#kernel/refusal.ts'

export const unknownSession = refusal(
  'unknownSession',
  'The session has ended already, or is not yours to end',
)
