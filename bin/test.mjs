import fs from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBatches } from './batches.mjs'
import { compiled, launch, root } from './bootstrap.mjs'
import { runGuarded } from './processes.mjs'

const prefix = 'casewright-test-'

await launch(import.meta.url, async (args) => {
  process.chdir(root)
  const interrupted = whenInterrupted()
  process.exitCode = await withPostgres(async () => {
    const prepare = join(root, 'test/support/prepare.ts')
    if (fs.existsSync(prepare)) await import(prepare)
    const run = () => runTests(args, interrupted)
    const code = interrupted.aborted ? 130 : await withBrowser(run)
    return interrupted.aborted ? 130 : code
  })
})

function whenInterrupted() {
  const abort = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort())
  return abort.signal
}

/** Runs the work with CASEWRIGHT_TEST_POSTGRES naming a server: the one it names already, or a fresh one of our own. */
async function withPostgres(work) {
  if (process.env.CASEWRIGHT_TEST_POSTGRES) return work()
  const { startEmbeddedPostgres, findRunningPostgres } =
    await import('#platform/embedded-postgres/index.ts')
  removeLeftFolders(findRunningPostgres)
  const folder = fs.mkdtempSync(join(tmpdir(), prefix))
  // Root's PostgreSQL runs as another user, who must pass through here.
  if (process.getuid?.() === 0) fs.chmodSync(folder, 0o711)
  try {
    const directory = join(folder, 'postgres')
    const settings = { max_connections: '200' }
    const server = await startEmbeddedPostgres({ directory, settings, isDurable: false })
    process.env.CASEWRIGHT_TEST_POSTGRES = server.socketDirectory
    try {
      return await work()
    } finally {
      await server.stop()
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the work with CASEWRIGHT_TEST_BROWSER naming an unpacked browser, where the machine has none of its own. */
async function withBrowser(work) {
  const { systemBrowser, unpackBrowser } = await import(
    join(root, 'test/support/packed-browser.ts')
  )
  if (systemBrowser || process.env.CASEWRIGHT_TEST_BROWSER) return work()
  const folder = fs.mkdtempSync(join(tmpdir(), prefix))
  try {
    await unpackBrowser(folder).then(
      () => (process.env.CASEWRIGHT_TEST_BROWSER = folder),
      (error) => console.error(`The browser of the package cannot be unpacked: ${error.message}`),
    )
    return await work()
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** What test runs that were killed have left: an hour old at least, and no server in it. */
function removeLeftFolders(findRunningPostgres) {
  for (const name of fs.readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const isMine = fs.statSync(folder).uid === (process.getuid?.() ?? 0)
    const isOld = Date.now() - fs.statSync(folder).mtimeMs > 3_600_000
    if (!isMine || !isOld || findRunningPostgres(join(folder, 'postgres'))) continue
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the files named, or all; after all, says what they covered and fails where that is not everything. */
async function runTests(args, abort) {
  const places = args.filter((arg) => !arg.startsWith('-'))
  const options = args.filter((arg) => arg.startsWith('-'))
  if (args.length > 0) return runFiles({ options, files: findFiles(places), abort })
  const tally = fs.mkdtempSync(join(tmpdir(), `${prefix}tally-`))
  const folder = fs.mkdtempSync(join(tmpdir(), `${prefix}batches-`))
  try {
    const files = writeBatches({ files: findFiles(places), root, folder })
    const code = await runFiles({ options, files, abort, tally })
    const covered = abort.aborted || (await tellCoverage(tally))
    return code === 0 && !covered ? 1 : code
  } finally {
    for (const left of [tally, folder]) fs.rmSync(left, { recursive: true, force: true })
  }
}

/** Says how much of what there is was really tried, and what was not; true when it was all. */
async function tellCoverage(tally) {
  const { coverageOf } = await import(join(root, 'test/support/tally/report.ts'))
  const { told, unrun, missing } = coverageOf(tally)
  console.log(`\n${[told, ...missing.map((name) => `  not covered: ${name}`)].join('\n')}`)
  if (unrun > 0)
    console.log(
      `${unrun} journeys NOT RUN: there is no browser on this machine, and none unpacked.`,
    )
  return missing.length === 0 && (unrun === 0 || !process.env.CI)
}

function runFiles({ options, files, abort, tally }) {
  if (files.length === 0) throw new Error('There is no test file there.')
  const imports = `--import=${new URL('own-imports.mjs', import.meta.url).href}`
  // files wait for PostgreSQL and for a browser: one more than there are processors keeps these busy
  const atOnce = availableParallelism() + 1
  const flags = [imports, '--test', `--test-concurrency=${atOnce}`, ...options]
  const env = {
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
    NODE_COMPILE_CACHE: compiled,
    ...(tally ? { CASEWRIGHT_TEST_TALLY: tally } : {}),
  }
  return runGuarded([process.execPath, ...flags, ...files], { cwd: root, env, output: 1, abort })
}

function findFiles(places) {
  if (places.length === 0) return fs.globSync(['src/**/*.test.ts', 'test/**/*.test.ts']).sort()
  return places.flatMap((place) =>
    fs.existsSync(place) && fs.statSync(place).isDirectory()
      ? fs.globSync(`${place}/**/*.test.ts`).sort()
      : [place],
  )
}
