import { refusal } from '#kernel/refusal.ts'

export const notMerged = refusal('notMerged', 'This case is not merged into that one')
