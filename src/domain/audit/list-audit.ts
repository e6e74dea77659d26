import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { entryFilters, wantedEntries } from './entry-filters.ts'
import { findLastVerification, listEntries } from './queries.ts'
import { runningCheck } from './verification.ts'

const pageLength = 50
const anyNumber = integer({ min: 1, max: 9_007_199_254_740_991 })

/** A page of the audit, newest first, and what the last check of its chain came to. */
export const listAudit = operation({
  name: 'listaudit',
  summary: 'List who did or saw what, and how it ended',
  effect: 'read',
  isWebOnly: true,
  permission: 'audit.view',
  parameters: { ...entryFilters, after: optional(anyNumber, 'Where the page before ended') },
  errors: [],
  returns: 'content',
  examples: [
    {},
    { Who: 'okafor', Outcome: 'refused', From: '2026-02-02', To: '2026-02-03' },
    { Operation: 'createcase', CaseNumber: '1001', After: '900000' },
  ],

  async handle({ input, db, now }) {
    const wanted = { ...wantedEntries(input), before: input.after ?? null }
    const [found, last, running] = await Promise.all([
      listEntries(db, { ...wanted, most: pageLength + 1 }),
      findLastVerification(db, {}),
      runningCheck(db, now),
    ])
    const entries = found.slice(0, pageLength)
    const final = found.length > pageLength ? entries.at(-1) : undefined
    return {
      entries,
      next: final && String(final.entryId),
      last,
      isChecking: running !== undefined,
    }
  },
})
