import { refusal } from '#kernel/refusal.ts'

export const unknownAccount = refusal('unknownAccount', 'There is no such account')
export const accountTaken = refusal(
  'accountTaken',
  'There is an account of this type and reference already',
)
