import { refusal } from '#kernel/refusal.ts'

export const unknownSearch = refusal('unknownSearch', 'There is no such search on this case')
export const unknownThirdParty = refusal(
  'unknownThirdParty',
  'There is no such third party on this case',
)
