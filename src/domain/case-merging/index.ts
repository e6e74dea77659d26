import { mergeCase } from './merge-case.ts'
import { unmergeCase } from './unmerge-case.ts'

export { mergingOf } from './merged-papers.ts'
export { mergeCase, unmergeCase }
export const operations = [mergeCase, unmergeCase]
