import { refusal } from '#kernel/refusal.ts'

export const notRestorable = refusal('notRestorable', 'This change cannot be put back')
