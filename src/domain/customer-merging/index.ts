import { getMerge } from './get-merge.ts'
import { getMergePreview } from './get-merge-preview.ts'
import { getMerges } from './get-merges.ts'
import { mergeCustomers } from './merge-customers.ts'
import { unmergeCustomers } from './unmerge-customers.ts'

export { mergeGroups, type Difference, type MergeGroup } from './merge-field.ts'
export { seenOf } from './seen.ts'
export { getMerge, getMergePreview, getMerges, mergeCustomers, unmergeCustomers }
export const operations = [getMerge, getMergePreview, getMerges, mergeCustomers, unmergeCustomers]
