import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from '#config'
import { findRunningPostgres } from '#platform/embedded-postgres/index.ts'
import { until } from '#test/until.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The whole program as `npm start` runs it, and what it has written so far. */
export interface Program {
  readonly child: ChildProcess
  /** Where it serves. */
  readonly address: string
  out(): string
  errors(): string
  /** Resolves with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Makes room for a data directory, and gives functions that make it anew and remove it. */
export function makeDataDirectory(): {
  readonly directory: string
  readonly clear: () => void
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-faults-'))
  // Root's PostgreSQL runs as another user, who must pass through here.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711)
  const directory = join(folder, 'data')
  const thoroughly = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }
  return {
    directory,
    clear: () => rmSync(directory, thoroughly),
    remove: () => rmSync(folder, thoroughly),
  }
}

/** Starts the program on a data directory without waiting for anything. */
export function launch(directory: string, environment: Environment = {}): Omit<Program, 'address'> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: root,
    env: { ...plainEnvironment(), PORT: '0', DATA_DIR: directory, ...quiet, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text = { out: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text.errors += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, out: () => text.out, errors: () => text.errors, ended }
}

/** Starts the program on a data directory and waits until it serves; throws what it says when it ends before. */
export async function startProgram(
  directory: string,
  environment: Environment = {},
): Promise<Program> {
  const launched = launch(directory, environment)
  const address = await until(() => {
    if (launched.child.exitCode !== null || launched.child.signalCode !== null)
      throw new Error(`The program ended: ${launched.out()}${launched.errors()}`)
    return /ready at http:\/\/localhost:(\d+)/.exec(launched.out())?.[1]
  }, 'the program serves')
  return { ...launched, address: `http://127.0.0.1:${address}` }
}

const quiet = { CASEWRIGHT_LOG_LEVEL: 'warn' }

/** The environment of these tests without what is meant for the program or for the test runner. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const meant = /^(CASEWRIGHT_|DATABASE_|npm_|NODE_TEST|PG|HOST$)/
  // oxlint-disable-next-line node/no-process-env -- a program's environment is what is tested
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !meant.test(name)))
}

/** The id of the embedded PostgreSQL's first process, where one serves the data directory. */
export const postmasterOf = (directory: string): number | undefined =>
  findRunningPostgres(join(directory, 'postgres'))?.pid

/** The ids of all living processes that name the data directory or work in it. */
export function processesOf(directory: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid && isOf(directory, pid))
}

function isOf(directory: string, pid: number): boolean {
  try {
    const isZombie = /^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return !isZombie && (command.includes(directory) || worksBelow(directory, pid))
  } catch {
    return false
  }
}

function worksBelow(directory: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(directory)
  } catch {
    return false
  }
}
