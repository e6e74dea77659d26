import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { findRunningPostgres } from '#platform/embedded-postgres/index.ts'

/** What a command wrote, and how it ended. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly errors: string
}

/** An installation in a directory of its own, worked from the command line. */
export interface CommandLine {
  readonly directory: string
  /** Runs one command to its end. */
  readonly casewright: (...args: readonly string[]) => Promise<Ended>
  /** The same with further variables in its environment. */
  readonly withVariables: (variables: NodeJS.ProcessEnv) => CommandLine['casewright']
  /** Runs a command with --json, which must go well and print one document and nothing else. */
  readonly json: <T>(...args: readonly string[]) => Promise<T>
  /** Runs SQL as a role while a server runs. */
  readonly sql: (
    text: string,
    values?: readonly unknown[],
    user?: string,
  ) => Promise<Record<string, unknown>[]>
  /** Starts the server, and gives its address and the way to stop it. */
  readonly serve: () => Promise<{ readonly address: string; readonly stop: () => Promise<void> }>
  readonly remove: () => void
}

const bin = (name: string): string =>
  fileURLToPath(new URL(`../../bin/${name}.mjs`, import.meta.url))

/** Makes room for an installation; the first command or server makes it. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-commands-'))
  const directory = join(folder, 'data')
  const start = (script: string, args: readonly string[] = [], further: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, [bin(script), ...args], {
      env: { PATH: process.env['PATH'], HOME: folder, DATA_DIR: directory, PORT: '0', ...further },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const withVariables =
    (variables: NodeJS.ProcessEnv) =>
    (...args: readonly string[]) =>
      ended(start('casewright', args, variables))
  const casewright = withVariables({})
  return Object.freeze<CommandLine>({
    directory,
    casewright,
    withVariables,
    json: async <T>(...args: readonly string[]) => {
      const { code, out, errors } = await casewright(...args, '--json')
      if (code !== 0 || errors !== '') throw new Error(`${args.join(' ')}: ${code} ${errors}${out}`)
      if (out.indexOf('\n') !== out.length - 1) throw new Error(`More than one line: ${out}`)
      return JSON.parse(out) as T
    },
    sql: async (sql, values = [], user = 'casewright_owner') => {
      const host = findRunningPostgres(join(directory, 'postgres'))?.socketDirectory
      const client = new pg.Client({ host: host ?? 'nowhere', user, database: 'casewright' })
      await client.connect()
      return (await client.query(sql, [...values]).finally(() => client.end())).rows
    },
    serve: async () => {
      const child = start('serve')
      return { address: await addressOf(child), stop: () => stop(child) }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  })
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> {
  const closed = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)))
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await closed, out, errors }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const address = /is ready at (\S+)/.exec(said)?.[1]
    if (address !== undefined) {
      child.stdout?.resume()
      return address
    }
  }
  throw new Error(`The server did not start: ${said}`)
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
