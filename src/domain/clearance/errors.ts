import { refusal } from '#kernel/refusal.ts'

export const unknownAnswer = refusal('unknownAnswer', 'There is no such answer on this case')
export const answerDropped = refusal(
  'answerDropped',
  'This answer was dropped: draft another in its place',
)
export const answersClosed = refusal(
  'answersClosed',
  'This case is closed: reopen it before you change its answers',
)
export const clearanceRunning = refusal(
  'clearanceRunning',
  'This answer is being cleared: withdraw the clearance before you change the answer',
)
export const noClearance = refusal('noClearance', 'This answer is not being cleared')
export const clearanceMovedOn = refusal(
  'clearanceMovedOn',
  'This clearance has moved on since you opened it: look at the answer again',
)
export const notToWithdraw = refusal(
  'notToWithdraw',
  'Only somebody who wrote this answer, or whoever has the case, can withdraw it from clearance',
)
export const ownDraft = refusal(
  'ownDraft',
  'You wrote this answer, or stand in for somebody who did: somebody else must clear it',
)
export const notInTeam = refusal(
  'notInTeam',
  'This step is for members of its team and those who stand in for them',
)
