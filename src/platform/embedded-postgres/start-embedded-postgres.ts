import { spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describeHolder, holdLock, LockHeld, type Lock } from '#platform/lock-file.ts'
import { findBinaries } from './binaries.ts'
import { findRunningPostgres } from './find-running-postgres.ts'
import { spawnGuarded } from './guard.ts'
import { chooseIdentity, type Identity } from './identity.ts'
import { initialise } from './initialise.ts'
import { stopOrphans } from './orphans.ts'
import { PostgresUnavailable } from './postgres-unavailable.ts'
import { isPostgresIn, signal } from './processes.ts'
import { settingsOf } from './settings.ts'
import {
  makeSocketDirectory,
  removeLeftSocketDirectory,
  removeTemporary,
} from './socket-directory.ts'

/** Where the database lies, who hears what the server says, and for tests: whether commits outlive a power cut. */
export type EmbeddedPostgresOptions = Readonly<{
  directory: string
  log?: (line: string) => void
  isDurable?: boolean
  settings?: Readonly<Record<string, string>>
}>

/** A server of our own: reached through its socket as its superuser; `ended` resolves when it is gone, asked or not. */
export type EmbeddedPostgres = Readonly<{
  socketDirectory: string
  superuser: 'postgres'
  pid: number
  runsAs: string
  stop(): Promise<void>
  ended: Promise<void>
}>

/**
 * Starts the PostgreSQL that npm installed, on a socket only, making its database where there is none and stopping
 * what a killed predecessor left running. Raises PostgresUnavailable, among others when another process holds the directory.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const binaries = findBinaries()
  const directory = placeOf(options.directory)
  const lock = lockFor(directory)
  try {
    const identity = chooseIdentity(binaries, directory)
    const isDurable = options.isDurable ?? true
    await stopOrphans(directory)
    await initialise(directory, { binaries, identity, isDurable })
    const socketDirectory = prepareFolders(directory, identity.owner)
    const settings = settingsOf(isDurable, options.settings)
    const server = [binaries.postgres, '-D', directory, '-k', socketDirectory, ...settings]
    const child = spawnGuarded([...identity.prefix, ...server], {
      cwd: directory,
      user: identity.user,
      ending: 'fast shutdown',
    })
    return await watch(child, { directory, identity, lock, log: options.log ?? (() => {}) })
  } catch (error) {
    lock.release()
    throw error
  }
}

function placeOf(directory: string): string {
  const path = resolve(directory)
  mkdirSync(dirname(path), { recursive: true })
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path))
}

function lockFor(directory: string): Lock {
  try {
    return holdLock(`${directory}.lock`)
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error
    const message = `The database in ${directory} is in use by ${describeHolder(error.holder)}.`
    throw new PostgresUnavailable(message, { cause: error })
  }
}

/** The database may have been made by another identity, before it moved to a place that only this one can reach. */
function prepareFolders(directory: string, owner: Identity['owner']): string {
  if (process.getuid?.() === 0 && lstatSync(directory).uid !== owner.uid) {
    spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, directory])
  }
  chmodSync(directory, 0o700)
  removeLeftSocketDirectory(directory)
  return makeSocketDirectory(directory, owner)
}

type Watched = Readonly<{
  directory: string
  identity: Identity
  lock: Lock
  log: (line: string) => void
}>

async function watch(child: ChildProcess, watched: Watched): Promise<EmbeddedPostgres> {
  const tail = passOnLines(child, watched.log)
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve()).on('close', () => resolve())
  })
  const running = await untilReady(child, watched.directory)
  if (!running) {
    await ended
    throw new PostgresUnavailable(`PostgreSQL did not start: ${tail.join(' ')}`)
  }
  const cleared = ended.then(() => {
    removeTemporary(running.socketDirectory)
    watched.lock.release()
  })
  const stop = async () => {
    child.stdin?.end()
    // The guard does it; this is for the case that somebody has killed the guard.
    if (isPostgresIn(watched.directory, running.pid)) signal(running.pid, 'SIGINT')
    await cleared
  }
  return Object.freeze({ ...running, runsAs: watched.identity.label, stop, ended: cleared })
}

async function untilReady(child: ChildProcess, directory: string) {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const running = findRunningPostgres(directory)
    if (running) return running
    await pause(10)
  }
  return undefined
}

/** Hands each line of the server's own log on, and keeps the last few for the message of a start that fails. */
function passOnLines(child: ChildProcess, log: (line: string) => void): string[] {
  const tail: string[] = []
  let rest = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    tail.push(...lines)
    tail.splice(0, tail.length - 10)
    lines.forEach(log)
  })
  return tail
}
