/** The columns of `cases` that an attribute may set, and their SQL types. */
export const writableColumns = {
  label: 'text',
  rating: 'text',
  is_confidential: 'boolean',
  is_published: 'boolean',
  status: 'text',
  target_on: 'date',
  outcome: 'text',
  outcome_on: 'date',
  total_redress: 'numeric',
  received_method: 'text',
  satisfaction: 'text',
} as const

export type WritableColumn = keyof typeof writableColumns
