import { refusal } from '#kernel/refusal.ts'

export const alreadyLinked = refusal('alreadyLinked', 'These cases are linked already')
export const noSuchLink = refusal('noSuchLink', 'These cases are not linked')
