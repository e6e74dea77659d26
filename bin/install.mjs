// Installs the packages of package-lock.json when they are not there.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runGuarded } from './processes.mjs'

/** Runs `npm ci` unless the packages of package-lock.json are installed; of several that start at once one does it. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return
  const release = await takeTurn(root)
  try {
    if (!isInstalled(root)) await install(root)
  } finally {
    release()
  }
}

async function install(root) {
  console.error('Installing what is missing; the first time this takes about a minute.')
  const code = await runGuarded([...npm(), 'ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
  })
  if (code !== 0) {
    const message = `"npm ci" failed (${code}); what it wrote above says why. Try again when that is mended.`
    throw Object.assign(new Error(message), { isForOperator: true })
  }
  writeStamp(root)
}

function npm() {
  const script = process.env.npm_execpath
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, script] : ['npm']
}

/** npm writes its own list last, and an `npm ci` that was interrupted has removed both that and the stamp. */
function isInstalled(root) {
  const modules = join(root, 'node_modules')
  if (!existsSync(modules)) return false
  if (lstatSync(modules).isSymbolicLink()) return true
  const list = join(modules, '.package-lock.json')
  if (!existsSync(list)) return false
  if (read(stampOf(root)) === hashOfLock(root)) return true
  if (!fits(packagesIn(join(root, 'package-lock.json')), packagesIn(list))) return false
  writeStamp(root)
  return true
}

/** Whether a hand-run installation holds each package that is neither optional nor for development, in its version. */
function fits(locked, installed) {
  return Object.entries(locked).every(([place, { version, link, ...kind }]) => {
    if (place === '' || link) return true
    const found = installed[place]
    return found
      ? found.version === version
      : Boolean(kind.optional || kind.dev || kind.devOptional)
  })
}

function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}

const stampOf = (root) => join(root, 'node_modules/.casewright-installed')

function hashOfLock(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function writeStamp(root) {
  try {
    writeFileSync(stampOf(root), hashOfLock(root))
  } catch {
    // Somebody else's installation may be read only; npm's own list then serves each time.
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Linux lets go of an abstract socket with its process; ten minutes are more than any installation takes. */
async function takeTurn(root) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 32)
  for (let i = 0; i < 2400; i++) {
    const server = await listen(`\0casewright-install-${name}`)
    if (server !== 'taken') return () => server?.close()
    if (i === 0) console.error('Another start is installing; waiting for it.')
    await pause(250)
  }
  return () => {}
}

function listen(path) {
  if (process.platform !== 'linux') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const server = net.createServer((socket) => socket.destroy())
    server.once('error', ({ code }) => resolve(code === 'EADDRINUSE' ? 'taken' : undefined))
    server.listen(path, () => resolve(server))
  })
}
