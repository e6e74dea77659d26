import { to as copyTo, type CopyToStreamQuery } from 'pg-copy-streams'
import pg from 'pg'
import type { Address } from './database.ts'
import { openTurns, type TurnLimits } from './report-turns.ts'
import type { Sql } from './sql.ts'
import type { Reader } from './statement.ts'
import { namesOf } from './transaction.ts'

/** Rows on their way out of PostgreSQL. */
export interface CopiedRows {
  /**
   * Chunks of COPY's text form, nulls as empty text. Returns the number of rows, and only once PostgreSQL
   * has said that every one was sent; throws where it failed.
   */
  readonly chunks: AsyncGenerator<Buffer, number>
  /** Breaks off: PostgreSQL stops working, the chunks throw. */
  readonly stop: () => void
  /** Aborted when the platform breaks off itself, for the time that a report or its reader may take is over. */
  readonly brokenOff: AbortSignal
}

/** The way to PostgreSQL for reports: connections apart from those of the operations. */
export interface ReportDatabase {
  /**
   * Starts reading what the query selects of one organisation, as the role that may only read reports, and on
   * behalf of the reader if there is one.
   */
  copy(organisationId: number, query: Sql, reader?: Reader): CopiedRows
  close(): Promise<void>
}

/** How many reports run at a time, how long one may take, and how long its reader may take nothing. */
export interface ReportLimits extends TurnLimits {
  readonly seconds: number
  readonly readerSeconds: number
}

const usualLimits: ReportLimits = { atOnce: 8, turnSeconds: 20, seconds: 1800, readerSeconds: 30 }

/** Opens the pool for reports with the address of the application's role. */
export function openReportDatabase(
  address: Address,
  given: Partial<ReportLimits> = {},
): ReportDatabase {
  const limits = { ...usualLimits, ...given }
  // a pool of its own: pipelined connections refuse COPY
  const pool = new pg.Pool({
    ...address,
    max: limits.atOnce,
    connectionTimeoutMillis: limits.turnSeconds * 1000,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {})) // the copy itself tells of it
  const turns = openTurns(limits)
  return Object.freeze<ReportDatabase>({
    copy(organisationId, query, reader) {
      const stopped = new AbortController()
      const brokenOff = new AbortController()
      const signal = AbortSignal.any([stopped.signal, brokenOff.signal])
      const chunks = copyRows({
        connect: async () => connectIn(pool, await turns.take(organisationId, signal)),
        settings: settingsOf(namesOf(organisationId, reader), limits),
        text: `copy (${literalText(query)}) to stdout (null '')`,
        signal,
        breakOff: (why) => brokenOff.abort(new Error(why)),
        limits,
      })
      const stop = () => stopped.abort(new Error('The report was broken off'))
      return { chunks, stop, brokenOff: brokenOff.signal }
    },
    close: () => pool.end(),
  })
}

interface Connection {
  readonly client: pg.PoolClient
  /** Once is enough; a connection with rows still on their way is closed. */
  readonly giveBack: (isOver: boolean) => void
}

async function connectIn(pool: pg.Pool, giveTurnBack: () => void): Promise<Connection> {
  try {
    const client = await pool.connect()
    let isGiven = false
    const giveBack = (isOver: boolean) => {
      if (!isGiven) client.release(!isOver)
      isGiven = true
      giveTurnBack()
    }
    return { client, giveBack }
  } catch (error) {
    giveTurnBack()
    throw error
  }
}

/** COPY takes no parameters: the driver writes the values as literals. */
const literalText = ({ texts, values }: Sql): string =>
  texts
    .map((text, at) => (at === 0 ? text : pg.escapeLiteral(values[at - 1] ?? '') + text))
    .join('')

// the bound is taken by a statement of its own, before the one that reads the rows
const settingsOf = (names: readonly string[], { seconds }: ReportLimits) => ({
  text: `select set_config('casewright.organisation', $1, true),
    set_config('casewright.reader', $2, true),
    set_config('casewright.sees_confidential', $3, true),
    set_config('casewright.before', oldest_open_write()::text, true),
    set_config('statement_timeout', $4, true),
    set_config('work_mem', '32MB', true),
    set_config('client_connection_check_interval', '500ms', true),
    set_config('role', 'casewright_reports', true)`,
  values: [...names, `${seconds}s`],
})

interface Copying {
  readonly connect: () => Promise<Connection>
  readonly settings: pg.QueryConfig
  readonly text: string
  readonly signal: AbortSignal
  readonly breakOff: (why: string) => void
  readonly limits: ReportLimits
}

async function* copyRows(copying: Copying): AsyncGenerator<Buffer, number> {
  const { settings, text, signal, breakOff, limits } = copying
  const { client, giveBack } = await copying.connect()
  let rows: CopyToStreamQuery | undefined
  // PostgreSQL's own time-out does nothing while it waits for a reader
  const late = setTimeout(() => breakOff('The report took too long'), limits.seconds * 1000)
  // nobody may ever come for the rows again: the connection is given back all the same
  const stop = () => {
    clearTimeout(late)
    rows?.destroy(signal.reason as Error)
    giveBack(false)
  }
  signal.addEventListener('abort', stop)
  try {
    signal.throwIfAborted()
    await client.query('begin read only')
    await client.query(settings)
    signal.throwIfAborted()
    rows = client.query(copyTo(text))
    rows.on('error', () => {})
    for await (const chunk of rows) {
      const letGo = limitReader(copying)
      try {
        yield chunk as Buffer
      } finally {
        letGo()
      }
    }
    await client.query('commit')
    giveBack(true)
    return rows.rowCount
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
    giveBack(false)
  }
}

/** While rows wait for their reader; gives what ends the limit. */
function limitReader({ breakOff, limits: { readerSeconds } }: Copying): () => void {
  const why = 'The reader of the report took nothing any more'
  const timer = setTimeout(() => breakOff(why), readerSeconds * 1000)
  return () => clearTimeout(timer)
}
