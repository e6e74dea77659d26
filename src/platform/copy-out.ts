import { to as copyTo, type CopyToStreamQuery } from 'pg-copy-streams'
import pg from 'pg'
import type { Address } from './database.ts'
import type { Sql } from './sql.ts'

/** Rows on their way out of PostgreSQL. */
export interface CopiedRows {
  /**
   * Chunks of COPY's text form, nulls as empty text. Returns the number of rows, and only once PostgreSQL
   * has said that every one was sent; throws where it failed.
   */
  readonly chunks: AsyncGenerator<Buffer, number>
  /** Breaks off: PostgreSQL stops working, the chunks throw. */
  readonly stop: () => void
}

/** The way to PostgreSQL for reports: connections apart from those of the operations. */
export interface ReportDatabase {
  /** Starts reading what the query selects of one organisation, as the role that may only read reports. */
  copy(organisationId: number, query: Sql): CopiedRows
  close(): Promise<void>
}

/** How many reports run at a time, and how long one may take, slow readers included. */
export interface ReportLimits {
  readonly atOnce: number
  readonly seconds: number
}

const usualLimits: ReportLimits = { atOnce: 4, seconds: 1800 }
const waitForTurn = 60_000

/** Opens the pool for reports with the address of the application's role. */
export function openReportDatabase(
  address: Address,
  limits: ReportLimits = usualLimits,
): ReportDatabase {
  // a pool of its own: pipelined connections refuse COPY
  const pool = new pg.Pool({
    ...address,
    max: limits.atOnce,
    connectionTimeoutMillis: waitForTurn,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {})) // the copy itself tells of it
  return Object.freeze<ReportDatabase>({
    copy(organisationId, query) {
      const abort = new AbortController()
      const chunks = copyRows(pool, {
        settings: settingsOf(organisationId, limits),
        text: `copy (${literalText(query)}) to stdout (null '')`,
        signal: abort.signal,
        seconds: limits.seconds,
      })
      return { chunks, stop: () => abort.abort(new Error('The report was broken off')) }
    },
    close: () => pool.end(),
  })
}

/** COPY takes no parameters: the driver writes the values as literals. */
const literalText = ({ texts, values }: Sql): string =>
  texts
    .map((text, at) => (at === 0 ? text : pg.escapeLiteral(values[at - 1] ?? '') + text))
    .join('')

// the bound is taken by a statement of its own, before the one that reads the rows
const settingsOf = (organisationId: number, { seconds }: ReportLimits) => ({
  text: `select set_config('casewright.organisation', $1, true),
    set_config('casewright.before', oldest_open_write()::text, true),
    set_config('statement_timeout', $2, true),
    set_config('work_mem', '32MB', true),
    set_config('client_connection_check_interval', '500ms', true),
    set_config('role', 'casewright_reports', true)`,
  values: [String(organisationId), `${seconds}s`],
})

interface Copying {
  readonly settings: pg.QueryConfig
  readonly text: string
  readonly signal: AbortSignal
  readonly seconds: number
}

async function* copyRows(
  pool: pg.Pool,
  { settings, text, signal, seconds }: Copying,
): AsyncGenerator<Buffer, number> {
  const client = await pool.connect()
  let isOver = false
  let rows: CopyToStreamQuery | undefined
  const stop = () => rows?.destroy(signal.reason as Error)
  // PostgreSQL's own time-out does nothing while it waits for a reader, who may never come back
  const late = setTimeout(() => {
    rows?.destroy(new Error('The report took too long'))
    void client.end()
  }, seconds * 1000)
  try {
    await client.query('begin read only')
    await client.query(settings)
    signal.throwIfAborted()
    rows = client.query(copyTo(text))
    rows.on('error', () => {})
    signal.addEventListener('abort', stop)
    for await (const chunk of rows) yield chunk as Buffer
    await client.query('commit')
    isOver = true
    return rows.rowCount
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
    // a connection with rows still on their way is closed; PostgreSQL notices and stops the query
    client.release(!isOver)
  }
}
