import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { addCaseNotes, askToken, createCase, getCaseDetails, type Credentials } from './calls.ts'
import { openConnection } from './connection.ts'
import { deadlineLines } from './deadlines.ts'
import { floorOf, overHttp, type Contender } from './measure.ts'
import { measurePages } from './pages.ts'
import { measureReports } from './reports.ts'
import { reportLines } from './report-lines.ts'
import { fewCases, readOptions, type BenchOptions } from './options.ts'
import { callLines, sizeLine, type Line } from './lines.ts'
import { takeTurns, type Rounds } from './rounds.ts'
import { openStage, type Stage } from './stage.ts'
import { tableOf } from './table.ts'

const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Runs the measurements that the arguments ask for, prints a table and writes the figures as JSON. */
export async function bench(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  if (!options) return
  const lines = isWanted('deadlines', options) ? [...deadlineLines(options.rounds)] : []
  if (parts.some((part) => isWanted(part, options))) lines.push(...(await measureServer(options)))
  process.stdout.write(tableOf(lines))
  await keep(options, lines)
}

/** The parts for which a server is made ready. */
const parts = [
  'getreport',
  'pages',
  'size',
  ...[createCase, addCaseNotes, getCaseDetails].map((each) => each.word),
]

const isWanted = (part: string, { only }: BenchOptions): boolean =>
  only === undefined || part.startsWith(only)

async function measureServer(options: BenchOptions): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'casewright-bench-'))
  await chmod(folder, 0o711) // root's PostgreSQL runs as another user
  try {
    return await measure(folder, options)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keep(options: BenchOptions, lines: readonly Line[]): Promise<void> {
  const results = new URL('./results/', import.meta.url)
  await mkdir(results, { recursive: true })
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version }
  const text = JSON.stringify({ at: new Date(), machine, options, lines }, null, 2)
  await writeFile(new URL('latest.json', results), `${text}\n`)
}

async function measure(folder: string, options: BenchOptions): Promise<Line[]> {
  const flags = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  say(`A server with ${options.cases} cases is made ready …`)
  const large = await openStage(folder, { cases: options.cases, flags })
  try {
    const credentials = await credentialsFor(large)
    const lines: Line[] = []
    // first, while the server has done nothing else: its growth is told
    if (isWanted('getreport', options))
      lines.push(...(await reportsOf(large, credentials, options)))
    if (isWanted('pages', options)) {
      say('pages: eight people …')
      lines.push(...(await measurePages(large, options)))
    }
    if (isWanted('size', options)) lines.push(await sizeOf(folder, large, options))
    for (const call of [createCase, addCaseNotes, getCaseDetails])
      if (isWanted(call.word, options)) {
        const all = credentials.slice(0, call === createCase ? 2 : 1)
        const contenders = all.map((each) => overHttp(large, call, each))
        const turns = [...contenders, await floorOf(large, call)]
        lines.push(...callLines(call.word, await roundsOf(large, turns, options)))
      }
    return lines
  } finally {
    await large.close()
  }
}

async function credentialsFor(stage: Stage): Promise<readonly [Credentials, Credentials]> {
  const connection = await openConnection(stage.server.port)
  const token = await askToken(connection, stage)
  connection.close()
  return [
    { kind: 'signature', ...stage.pair },
    { kind: 'bearer', token },
  ]
}

/** The seconds that each contender works before any is measured: what is called often is compiled only then. */
const warming = 10

async function roundsOf(
  stage: Stage,
  contenders: readonly Contender[],
  options: BenchOptions,
): Promise<readonly Rounds[]> {
  const all: Rounds[] = []
  try {
    say(`${contenders.map(({ name }) => name).join(', ')}: warming …`)
    for (const { run } of contenders) await run(8, warming)
    for (const clients of [1, 8, 32]) {
      say(`${contenders.map(({ name }) => name).join(', ')}: ${clients} clients …`)
      all.push(...(await takeTurns(contenders, { ...options, clients })))
    }
  } finally {
    // while the database is still there, lest its end hides what went wrong
    for (const { close } of contenders) await close()
  }
  return all
}

async function reportsOf(
  stage: Stage,
  [credentials]: readonly [Credentials, ...Credentials[]],
  { rounds }: BenchOptions,
): Promise<readonly Line[]> {
  say('getreport …')
  return reportLines(
    stage.cases,
    await measureReports(stage, { credentials, rounds: Math.min(rounds, 3) }),
  )
}

/** Opens cases in turn where there are few and where there are many. */
async function sizeOf(folder: string, large: Stage, options: BenchOptions): Promise<Line> {
  say(`A server with ${fewCases} cases is made ready …`)
  const small = await openStage(folder, { cases: fewCases })
  try {
    const contenders = [
      { ...overHttp(small, createCase, { kind: 'signature', ...small.pair }), name: 'few' },
      { ...overHttp(large, createCase, { kind: 'signature', ...large.pair }), name: 'many' },
    ]
    const rounds = await takeTurns(contenders, { ...options, clients: 8 })
    return sizeLine({ few: small.cases, many: large.cases }, rounds)
  } finally {
    await small.close()
  }
}
