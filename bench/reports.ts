import pg from 'pg'
import { openDoor } from '#door'
import type { RowStream } from '#kernel/answer.ts'
import { rawParameters } from '#kernel/parameters.ts'
import { perform } from '#kernel/perform.ts'
import type { CopiedRows } from '#platform/copy-out.ts'
import type { Sql } from '#platform/sql.ts'
import { getReport } from '#reporting/index.ts'
import { callBytes, type Credentials } from './calls.ts'
import { openConnection } from './connection.ts'
import { copyAlone } from './copy-floor.ts'
import { median } from './figures.ts'
import type { Watched } from './server.ts'
import type { Stage } from './stage.ts'

/** The saved report that is run: all cases, with 17 columns. */
const reportId = 1

/** One run of the report. */
export interface ReportFigures extends Omit<Watched, 'processorSeconds'> {
  readonly rowsPerSecond: number
  /** Against COPY of the same query just before it. */
  readonly ratio: number
  readonly megabytes: number
}

export const formats = ['XML', 'JSON', 'CSV'] as const
export type ReportFormat = (typeof formats)[number]
const ends: Readonly<Record<ReportFormat, string>> = { XML: '</Case>', JSON: '}', CSV: '\r\n' }

/** What is told of every format, and of COPY itself. */
export interface ReportResults {
  readonly copyRowsPerSecond: number
  readonly formats: Readonly<Record<ReportFormat, ReportFigures>>
}

/** Runs the report in each format, in turn with COPY of the same query. */
export async function measureReports(
  stage: Stage,
  { credentials, rounds }: { credentials: Credentials; rounds: number },
): Promise<ReportResults> {
  const query = await reportQuery(stage)
  const { rows } = await copyAlone(stage, query) // what comes first also fills the caches
  for (const format of formats) await checkRows(stage, { format, credentials, rows })
  const copies: number[] = []
  const runs = {
    XML: [] as ReportFigures[],
    JSON: [] as ReportFigures[],
    CSV: [] as ReportFigures[],
  }
  for (let round = 0; round < rounds; round++)
    for (const format of formats) {
      const copied = await copyAlone(stage, query)
      const copyRows = copied.rows / copied.seconds
      copies.push(copyRows)
      runs[format].push(await runOnce(stage, { format, credentials, rows, copyRows }))
    }
  return {
    copyRowsPerSecond: median(copies),
    formats: { XML: summed(runs.XML), JSON: summed(runs.JSON), CSV: summed(runs.CSV) },
  }
}

interface Run {
  readonly format: ReportFormat
  readonly credentials: Credentials
  readonly rows: number
}

const requestOf = (format: ReportFormat, credentials: Credentials): Buffer =>
  callBytes(
    {
      word: 'getreport',
      method: 'GET',
      fields: { ReportId: String(reportId), Format: format.toLowerCase() },
      isOfCase: false,
    },
    credentials,
    { ReportId: String(reportId) },
  )

async function runOnce(
  { server }: Stage,
  { format, credentials, rows, copyRows }: Run & { readonly copyRows: number },
): Promise<ReportFigures> {
  const connection = await openConnection(server.port)
  server.watch()
  const begin = performance.now()
  const { status, length } = await connection.send(requestOf(format, credentials))
  const rowsPerSecond = (rows * 1000) / (performance.now() - begin)
  const { processorSeconds: _, ...watched } = await server.tell()
  connection.close()
  if (status !== 200) throw new Error(`getreport answered ${status}`)
  const ratio = rowsPerSecond / copyRows
  return { rowsPerSecond, ratio, ...watched, megabytes: length / 1e6 }
}

/** Makes sure that every row arrives, in a run that is not timed. */
async function checkRows({ server }: Stage, { format, credentials, rows }: Run): Promise<void> {
  const end = Buffer.from(ends[format])
  let found = 0
  let rest = Buffer.alloc(0)
  const count = (chunk: Buffer) => {
    const text = Buffer.concat([rest, chunk])
    let at = 0
    for (let next = text.indexOf(end); next >= 0; next = text.indexOf(end, at)) {
      found += 1
      at = next + end.length
    }
    rest = text.subarray(Math.max(at, text.length - end.length + 1))
  }
  const connection = await openConnection(server.port, count)
  await connection.send(requestOf(format, credentials))
  connection.close()
  if (found < rows) throw new Error(`getreport sent ${found} of ${rows} rows as ${format}`)
}

/** The most that was seen where less is better, the median elsewhere. */
const summed = (runs: readonly ReportFigures[]): ReportFigures => ({
  ...mostPaused(runs),
  rowsPerSecond: median(runs.map(({ rowsPerSecond }) => rowsPerSecond)),
  ratio: median(runs.map(({ ratio }) => ratio)),
  growth: Math.max(...runs.map(({ growth }) => growth)),
  longestWork: Math.max(...runs.map(({ longestWork }) => longestWork)),
  megabytes: median(runs.map(({ megabytes }) => megabytes)),
})

const mostPaused = (runs: readonly ReportFigures[]): ReportFigures =>
  runs.reduce((worst, each) => (each.longestPause > worst.longestPause ? each : worst))

/** The query that the operation makes of the saved report. */
async function reportQuery({ installation, actor }: Stage): Promise<string> {
  const asked: Sql[] = []
  const reports = {
    copy(_: number, query: Sql): CopiedRows {
      asked.push(query)
      return { chunks: noRows(), stop() {}, brokenOff: new AbortController().signal }
    },
    async close() {},
  }
  const door = openDoor(installation)
  const stream = (await perform({ ...door, outside: { ...door.outside, reports } }, getReport, {
    actor,
    raw: rawParameters([{ name: 'ReportId', value: String(reportId) }]),
  })) as RowStream
  ;(await stream.open('csv')).destroy()
  const [query] = asked
  if (!query) throw new Error('The report asked for nothing')
  return query.texts
    .map((text, at) => (at === 0 ? text : pg.escapeLiteral(query.values[at - 1] ?? '') + text))
    .join('')
}

async function* noRows(): AsyncGenerator<Buffer, number> {
  yield Buffer.alloc(0)
  return 0
}
