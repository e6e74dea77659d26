import { refusal } from '#kernel/refusal.ts'

export const documentMissing = refusal('documentMissing', 'Give the address of a document')
export const unknownDocument = refusal('unknownDocument', 'There is no such document')
export const documentNotRetrieved = refusal(
  'documentNotRetrieved',
  'The document has not been retrieved from where it lies',
)
