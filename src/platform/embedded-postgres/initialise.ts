import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { spawnGuarded } from './guard.ts'
import type { Identity } from './identity.ts'
import { PostgresUnavailable } from './postgres-unavailable.ts'
import { listProcessesNaming, signal } from './processes.ts'

/** What a new database is made with. */
export type Making = Readonly<{ binaries: Binaries; identity: Identity; isDurable: boolean }>

/**
 * Makes a database in the directory where there is none: in a sibling first, synced and then renamed, so that
 * no kill leaves half of one. Raises PostgresUnavailable for a directory of another version or of other files.
 */
export async function initialise(directory: string, making: Making): Promise<void> {
  removeUnfinished(directory)
  if (isInitialised(directory, making.binaries.major)) return
  const sibling = mkdtempSync(unfinishedPrefix(directory))
  chownSync(sibling, making.identity.owner.uid, making.identity.owner.gid)
  await runInitdb(sibling, making)
  renameSync(sibling, directory)
  syncFolder(dirname(directory))
}

const unfinishedPrefix = (directory: string) => `${directory}.unfinished-`

function isInitialised(directory: string, major: string): boolean {
  const entries = existsSync(directory) ? readdirSync(directory) : []
  if (entries.length === 0) return false
  if (!entries.includes('PG_VERSION')) {
    const message = `${directory} holds files but no PostgreSQL database; move them away or choose another DATA_DIR.`
    throw new PostgresUnavailable(message)
  }
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim()
  if (version === major) return true
  const message = `The database in ${directory} was made by PostgreSQL ${version}; the one here is PostgreSQL ${major} and cannot read it.`
  throw new PostgresUnavailable(message)
}

/** What a kill during an earlier attempt has left: its folder, and perhaps the programs still writing into it. */
function removeUnfinished(directory: string): void {
  const parent = dirname(directory)
  const prefix = basename(unfinishedPrefix(directory))
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name)
    for (const pid of listProcessesNaming(folder)) signal(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

async function runInitdb(sibling: string, { binaries, identity, isDurable }: Making) {
  const choices = ['-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-instructions']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sync = isDurable ? [] : ['--no-sync']
  const command = [binaries.initdb, '-D', sibling, ...choices, ...locale, ...sync]
  const { user } = identity
  const child = spawnGuarded([...identity.prefix, ...command], {
    cwd: sibling,
    user,
    ending: 'kill',
  })
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const code = await new Promise((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  if (code === 0) return
  rmSync(sibling, { recursive: true, force: true })
  throw new PostgresUnavailable(`A new database could not be made: ${complaints.trim()}`)
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
