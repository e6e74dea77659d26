/** The columns of `cases` that an attribute may set. */
export const writableColumns = [
  'label',
  'rating',
  'is_confidential',
  'status',
  'target_on',
  'outcome',
  'outcome_on',
  'total_redress',
  'received_method',
  'satisfaction',
] as const

export type WritableColumn = (typeof writableColumns)[number]
