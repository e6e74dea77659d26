import type { Flaw } from '#kernel/refusal.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import type { List } from '#web/lists/list.ts'
import { auditFilters } from './audit-filters.ts'

/** An entry of the audit as it is shown. */
export type ShownEntry = {
  readonly entryId: number
  readonly occurredAt: Date
  readonly who: string
  readonly operation: string
  readonly outcome: string
  readonly caseId: number | null
  readonly particulars: Readonly<Record<string, unknown>>
}

/** A page of entries. */
type Entries = {
  readonly rows: readonly ShownEntry[]
  readonly next: string | undefined
  readonly flaws: readonly Flaw[]
}

/** The list of the audit's entries. */
export const entryList = ({ rows, next, flaws }: Entries): List<ShownEntry> => ({
  caption: 'Entries, newest first',
  columns: [
    { name: 'entry', heading: 'Entry', cell: ({ entryId }) => ({ text: String(entryId) }) },
    { name: 'when', heading: 'When', cell: (entry) => ({ text: dateAndTime(entry.occurredAt) }) },
    { name: 'who', heading: 'Who', cell: ({ who }) => ({ text: who }) },
    { name: 'operation', heading: 'Operation', cell: ({ operation }) => ({ text: operation }) },
    { name: 'outcome', heading: 'How it ended', cell: ({ outcome }) => ({ text: outcome }) },
    { name: 'case', heading: 'Case', cell: ({ caseId }) => ({ html: caseLink(caseId) }) },
    {
      name: 'particulars',
      heading: 'Particulars',
      isOptional: true,
      cell: ({ particulars }) => ({ html: named(particulars), classes: 'app-list__what' }),
    },
  ],
  filters: auditFilters,
  rows,
  flaws,
  results: `${rows.length} ${rows.length === 1 ? 'entry' : 'entries'} on this page`,
  next,
  empty: 'Nothing has been done yet. Whatever is done is shown here.',
})

const caseLink = (caseId: number | null): Html =>
  caseId === null
    ? html`None`
    : html`<a class="govuk-link" href="${caseAddress(caseId)}"
        ><span class="govuk-visually-hidden">Case </span>${caseId}</a
      >`

const named = (particulars: ShownEntry['particulars']): Html => {
  const all = Object.entries(particulars)
  if (all.length === 0) return html`None`
  return html`${all.map(
    ([name, value], at) => html`${at > 0 && html`<br />`}${name}: ${valueOf(value)}`,
  )}`
}

const valueOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
