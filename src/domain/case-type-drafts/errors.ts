import { invalidInput, Refusal, refusal } from '#kernel/refusal.ts'

export const unknownTypeDraft = refusal('unknownTypeDraft', 'There is no such draft of a case type')
export const unknownDraftPart = refusal(
  'unknownDraftPart',
  'There is no such part of this draft: somebody may have removed it',
)
export const unknownPublishedType = refusal(
  'unknownPublishedType',
  'There is no published case type of that name',
)
export const draftExists = refusal(
  'draftExists',
  'There is a draft of this case type already: go on with it, or throw it away first',
)
export const draftAtFault = refusal(
  'draftAtFault',
  'This draft cannot be published before its faults are mended',
)

/** A refusal for what was sent under one name. */
export const flawed = (parameter: string, message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
