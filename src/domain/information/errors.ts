import { refusal } from '#kernel/refusal.ts'

export const informationClosed = refusal(
  'informationClosed',
  'This case is closed: reopen it before you change what is kept of the request',
)
export const unknownActivity = refusal('unknownActivity', 'There is no such work on this case')
export const unknownOtherCase = refusal('unknownOtherCase', 'There is no such other case')
export const notLinked = refusal('notLinked', 'These requests are not linked by hand')
export const unknownPart = refusal('unknownPart', 'There is no such part of this request')
export const notClaimed = refusal('notClaimed', 'This exemption is not claimed for this part')
export const unknownSearch = refusal('unknownSearch', 'There is no such search on this case')
export const unknownThirdParty = refusal(
  'unknownThirdParty',
  'There is no such third party on this case',
)
