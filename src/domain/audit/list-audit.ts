import { integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import type { Reading } from '#platform/statement.ts'
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
    const [page, last, running] = await Promise.all([
      pageOf(db, wanted),
      findLastVerification(db, {}),
      runningCheck(db, now),
    ])
    return { ...page, last, isChecking: running !== undefined }
  },
})

type Wanted = ReturnType<typeof wantedEntries> & { readonly before: number | null }

async function pageOf(db: Reading, wanted: Wanted) {
  const { before } = wanted
  const reach = isRare(wanted) && (await findReach(db, { before, many: lookedThrough }))
  const since = reach ? reach.entryId : null
  const found = await listEntries(db, { ...wanted, since, most: pageLength + 1 })
  const entries = found.slice(0, pageLength)
  if (found.length > pageLength)
    return { entries, next: String(entries.at(-1)?.entryId), lookedBackTo: undefined }
  return reach
    ? { entries, next: String(reach.entryId), lookedBackTo: reach.occurredAt }
    : { entries, next: undefined, lookedBackTo: undefined }
}

/** May what is wanted be so rare that all entries would be looked through for a page of it? */
const isRare = ({ caseNumber, fromAt, who, operation, isDone }: Wanted): boolean =>
  (caseNumber ?? fromAt) === null && (who ?? operation ?? isDone) !== null
