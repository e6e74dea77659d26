import { refusal } from '#kernel/refusal.ts'

export const unknownMerge = refusal('unknownMerge', 'There is no such merge')
export const mergeUndone = refusal('mergeUndone', 'These records have been taken apart already')
export const mergedOnward = refusal(
  'mergedOnward',
  'The record that was kept went into another since: take these apart first',
)
