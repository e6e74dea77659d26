import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readerOf, type Actor } from '#kernel/actor.ts'
import type { Content } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import type { Database } from '#platform/database.ts'
import { spreadsheetLine } from '#platform/spreadsheet.ts'
import { entryFilters, wantedEntries } from './entry-filters.ts'
import { listEntries } from './queries.ts'

const atATime = 1000
const headings = ['Entry', 'When', 'Who', 'Operation', 'Outcome', 'Case', 'Particulars', 'Request']

/** A file that is written while it is sent. */
interface Growing extends Content {
  readonly write: (database: Database, actor: Actor) => Promise<void>
}

/** The audit as comma-separated values, newest first: read stretch by stretch while it is sent. */
export const exportAudit = operation({
  name: 'exportaudit',
  summary: 'Take the audit away as a file for spreadsheets',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'audit.view',
  parameters: entryFilters,
  errors: [],
  returns: 'content',
  examples: [{}, { Who: 'okafor', From: '2026-02-02' }],

  async handle({ input, record }): Promise<Growing> {
    const wanted = wantedEntries(input)
    record(undefined, { filters: Object.keys(input) })
    const body = new PassThrough()
    return {
      mediaType: 'text/csv; charset=utf-8',
      fileName: 'audit.csv',
      body,
      write: (database, actor) =>
        pipeline(Readable.from(linesOf({ database, actor, wanted })), body),
    }
  },

  // whoever stops reading breaks the pipeline, and that is no fault of anybody's
  async afterwards({ result, database, actor }) {
    result.write(database, actor).catch(() => {})
  },
})

type Stretch = Parameters<typeof listEntries>[1]
type Wanted = Omit<Stretch, 'before' | 'since' | 'most'>
type Entries = Awaited<ReturnType<typeof listEntries>>
interface Export {
  readonly database: Database
  readonly actor: Actor
  readonly wanted: Wanted
}

async function* linesOf({ database, actor, wanted }: Export): AsyncGenerator<string> {
  yield spreadsheetLine(headings)
  let before: number | null = null
  for (;;) {
    const stretch: Stretch = { ...wanted, before, since: null, most: atATime }
    const entries: Entries = await database.read(
      actor.organisationId,
      (db) => listEntries(db, stretch),
      readerOf(actor),
    )
    yield entries.map(lineOf).join('')
    before = entries.at(-1)?.entryId ?? null
    if (entries.length < atATime) return
  }
}

const lineOf = (entry: Entries[number]): string =>
  spreadsheetLine([
    String(entry.entryId),
    entry.occurredAt.toISOString(),
    entry.actor,
    entry.operation,
    entry.outcome,
    String(entry.caseId ?? ''),
    Object.keys(entry.particulars).length > 0 ? JSON.stringify(entry.particulars) : '',
    entry.requestId,
  ])
