import { refusal } from '#kernel/refusal.ts'

export const unknownForm = refusal('unknownForm', 'There is no such form for this case')
export const unknownTask = refusal('unknownTask', 'No task of this code waits on this case')
export const taskCannotBeCompleted = refusal('taskCannotBeCompleted', 'The task is done already')
export const taskIsOpen = refusal('taskIsOpen', 'The task is not settled yet')
