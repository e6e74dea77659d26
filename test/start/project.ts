import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin', import.meta.url))

const server = `
import { createServer } from 'node:http'
export async function start(environment: Record<string, string | undefined>, { isTrial = false }) {
  if (environment.FAULT) throw Object.assign(new Error('A sentence.'), { isForOperator: true })
  const server = createServer().listen(0, '127.0.0.1')
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      console.log('stopping by ' + name)
      setTimeout(() => server.close(), 50)
    })
  }
  console.log('serving as', process.pid, isTrial ? 'as a trial' : 'in earnest', 'on Node', process.versions.node.split('.')[0])
}`

const command = `
export async function run(args: string[]) {
  console.log(JSON.stringify(args))
  return args.length === 2 ? 0 : 3
}`

/** Makes a small project with the real entry scripts, a server that only listens, and one package to install. */
export function makeProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'start-'))
  cpSync(bin, join(root, 'bin'), { recursive: true })
  const imports = { '#main': './src/main.ts', '#commands/*': './src/commands/*' }
  const scripts = { start: 'node bin/start.mjs' }
  const manifest = { name: 'trial', version: '1.0.0', type: 'module', imports, scripts }
  const dependencies = { piece: 'file:piece' }
  write(root, 'package.json', JSON.stringify({ ...manifest, dependencies }))
  write(root, 'piece/package.json', JSON.stringify({ name: 'piece', version: '1.0.0' }))
  const packages = {
    '': { name: 'trial', version: '1.0.0', dependencies },
    'node_modules/piece': { resolved: 'piece', link: true },
    piece: { version: '1.0.0' },
  }
  const lock = { name: 'trial', version: '1.0.0', lockfileVersion: 3, requires: true, packages }
  write(root, 'package-lock.json', JSON.stringify(lock))
  write(root, 'src/main.ts', server)
  write(root, 'src/commands/casewright.ts', command)
  return root
}

/** Puts a finished installation with this Node in it into the project. */
export function install(root: string): void {
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'))
  write(root, 'node_modules/.package-lock.json', '{"packages":{"piece":{"version":"1.0.0"}}}')
}

/** Writes a file of the project, with the folders it lies in. */
export function write(root: string, name: string, text: string): void {
  mkdirSync(join(root, name, '..'), { recursive: true })
  writeFileSync(join(root, name), text)
}

/** A running command and what it has written so far. */
export type Run = Readonly<{
  child: ChildProcess
  out(): string
  errors(): string
  ended: Promise<number | NodeJS.Signals | null>
}>

/** The environment of a person's shell: without npm's variables, and without the Node that npm puts first. */
export function shell(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_)/i.test(name))
  const folders = (process.env['PATH'] ?? '').split(':')
  const PATH = folders.filter((folder) => !folder.includes('node_modules')).join(':')
  return { ...Object.fromEntries(kept), PATH }
}

/** Runs a command in the project, in a process group of its own as a terminal does. */
export function run(root: string, command: string[], env: NodeJS.ProcessEnv = shell()): Run {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const text = { out: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text.errors += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, out: () => text.out, errors: () => text.errors, ended }
}

/** The Node of the machine when it is too old to run the program itself; undefined where there is none. */
export const oldNode = (() => {
  const found = spawnSync('node', ['-p', 'process.versions.node'], {
    env: shell(),
    encoding: 'utf8',
  })
  return found.status === 0 && Number.parseInt(found.stdout) < 24 ? 'node' : undefined
})()
