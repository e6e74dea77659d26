import { refusal } from '#kernel/refusal.ts'

export const unknownBulkChange = refusal(
  'unknownBulkChange',
  'There is nothing of that number that you have done to several cases',
)
export const bulkChangeUndone = refusal('bulkChangeUndone', 'This has been undone already')
