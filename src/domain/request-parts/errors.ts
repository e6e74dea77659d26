import { refusal } from '#kernel/refusal.ts'

export const informationClosed = refusal(
  'informationClosed',
  'This case is closed: reopen it before you change what is kept of the request',
)
export const unknownPart = refusal('unknownPart', 'There is no such part of this request')
export const notClaimed = refusal('notClaimed', 'This exemption is not claimed for this part')
