import { refusal } from '#kernel/refusal.ts'

export const unknownCaseType = refusal('unknownCaseType', 'There is no such case type')
export const caseNumberTaken = refusal('caseNumberTaken', 'Another case has this number')
export const unknownUser = refusal('unknownUser', 'There is no such user')
export const unknownFlag = refusal('unknownFlag', 'There is no such flag')
