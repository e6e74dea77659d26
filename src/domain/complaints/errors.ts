import { refusal } from '#kernel/refusal.ts'

export const complaintAnswered = refusal(
  'complaintAnswered',
  'Stage 1 of this complaint has been answered: open a new case for a further issue',
)
export const complaintClosed = refusal(
  'complaintClosed',
  'This case is closed: reopen it before you change its points',
)
