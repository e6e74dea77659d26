import { refusal } from '#kernel/refusal.ts'

export const unknownApiKey = refusal('unknownApiKey', 'There is no such API key that works')
export const secretShown = refusal(
  'secretShown',
  'The secret cannot be shown: it was shown already, was made more than an hour ago, or was made by somebody else',
)
