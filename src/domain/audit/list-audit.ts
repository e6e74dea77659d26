import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { entryFilters, wantedEntries } from './entry-filters.ts'
import { findLastVerification, findReach, listEntries } from './queries.ts'
import { runningCheck } from './verification.ts'

const pageLength = 50
/** What is rare is sought among so many entries at once, so that no page takes long however many there are. */
const lookedThrough = 20_000
const anyNumber = integer({ min: 1, max: 9_007_199_254_740_991 })

/** A page of the audit, newest first, with how far back it was sought where that was not to the beginning, and what the last check of its chain came to. */
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
    const { before } = wanted
    const reach = isRare(wanted) ? await findReach(db, { before, many: lookedThrough }) : undefined
    const since = reach?.entryId ?? null
    const [found, last, running] = await Promise.all([
      listEntries(db, { ...wanted, since, most: pageLength + 1 }),
      findLastVerification(db, {}),
      runningCheck(db, now),
    ])
    const entries = found.slice(0, pageLength)
    const final = found.length > pageLength ? entries.at(-1) : undefined
    const end = final ?? reach
    return {
      entries,
      next: end && String(end.entryId),
      lookedBackTo: final ? undefined : reach?.occurredAt,
      last,
      isChecking: running !== undefined,
    }
  },
})

/** May what is wanted be so rare that all entries would be looked through for a page of it? */
const isRare = ({ caseNumber, fromAt, who, operation, isDone }: ReturnType<typeof wantedEntries>) =>
  (caseNumber ?? fromAt) === null && (who ?? operation ?? isDone) !== null
