import { caseNumber, choice, date, shortText } from '#kernel/kinds.ts'
import { optional, type Input } from '#kernel/parameters.ts'
import { localStretch } from '#platform/local-stretch.ts'

/** How an operation ended, as the audit can be narrowed down by it. */
export const outcomes = ['done', 'refused'] as const

/** What the audit can be narrowed down by. */
export const entryFilters = {
  who: optional(shortText, 'Who'),
  operation: optional(shortText, 'Operation'),
  outcome: optional(choice(...outcomes), 'How it ended'),
  caseNumber: optional(caseNumber, 'Case number'),
  from: optional(date, 'From'),
  to: optional(date, 'To'),
}

/** The filters as the statement takes them; the last day is included. */
export const wantedEntries = (input: Input<typeof entryFilters>) => ({
  who: input.who?.trim() ?? null,
  operation: input.operation?.trim().toLowerCase() ?? null,
  isDone: input.outcome === undefined ? null : input.outcome === 'done',
  caseNumber: input.caseNumber ?? null,
  ...localStretch(input.from, input.to),
})
