import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a Dockerfile says, one instruction after another. */
export const instructions = (): readonly { readonly verb: string; readonly rest: string }[] =>
  readFileSync(join(root, 'Dockerfile'), 'utf8')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [verb = ''] = line.split(' ')
      return { verb, rest: line.slice(verb.length).trim() }
    })

/** The command that an instruction holds as a JSON list. */
export function commandOf(verb: 'ENTRYPOINT' | 'HEALTHCHECK'): readonly string[] {
  const { rest = '' } = instructions().find((one) => one.verb === verb) ?? {}
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[]
}

/** What the image copies out of the project, the manifest of packages aside. */
export const copied = (): readonly { readonly from: readonly string[]; readonly to: string }[] =>
  instructions()
    .filter(({ verb, rest }) => verb === 'COPY' && !rest.startsWith('--from'))
    .map(({ rest }) => rest.split(' '))
    .filter((words) => !words.includes('package-lock.json'))
    .map((words) => ({ from: words.slice(0, -1), to: words.at(-1) ?? '' }))

/** Puts into a folder what the image would hold: what it copies, and the packages it installs. */
export function assembleImage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'image-'))
  for (const { from, to } of copied())
    for (const name of from) {
      const place = to.endsWith('/') ? join(folder, to, basename(name)) : join(folder, to)
      cpSync(join(root, name), place, { recursive: true })
    }
  for (const place of productionPackages()) {
    mkdirSync(dirname(join(folder, place)), { recursive: true })
    symlinkSync(join(root, place), join(folder, place))
  }
  return folder
}

interface Locked {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** What `npm ci --omit=dev --omit=optional` installs, the topmost of each. */
function productionPackages(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  return Object.entries(packages)
    .filter(([place, kind]) => place !== '' && !kind['dev'] && !kind['optional'])
    .filter(([, kind]) => !kind['devOptional'])
    .map(([place]) => place)
    .filter((place) => place.lastIndexOf('node_modules/') === 0)
}

/** A process of the image and what it has written so far. */
export interface Running {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Runs a command as the image would: there, on this Node, with no other environment than is given. */
export function runInImage(
  folder: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const [, ...args] = command
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(folder, '.compiled'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, said: () => said, ended }
}

/** A port on which nothing listens. */
export async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

/** Takes away what `assembleImage` has made. */
export const removeImage = (folder: string): void => rmSync(folder, { recursive: true })
