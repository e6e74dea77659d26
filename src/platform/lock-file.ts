import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** The process that holds a lock: its id, the moment it took the lock, and the address it serves once announced. */
export type LockHolder = Readonly<{ pid: number; since: string; address?: string }>

/** A held lock; the operating system lets go of it when this process ends, however it ends. */
export type Lock = Readonly<{ announce(address: string): void; release(): void }>

/** Raised when another holder has the lock; `holder` is undefined while that one is only just starting. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld'
  readonly holder: LockHolder | undefined

  constructor(holder: LockHolder | undefined) {
    super(`Already held by ${describeHolder(holder)}.`)
    this.holder = holder
  }
}

// Without this a forgotten lock would be collected as garbage, and so released.
const held = new Set<DatabaseSync>()

/** Takes the exclusive lock named by a path, or raises LockHeld; the file stays, for only the kernel's lock on it counts. */
export function holdLock(path: string): Lock {
  const lock = lockInKernel(path)
  const record = `${path}.holder`
  writeRecord(record, { pid: process.pid })
  const since = statSync(record).mtime.toISOString()
  return Object.freeze({
    announce: (address: string) => writeRecord(record, { pid: process.pid, since, address }),
    release: () => {
      if (!held.delete(lock)) return
      rmSync(record, { force: true })
      lock.close()
    },
  })
}

/** Says who holds a lock, as the end of a sentence. */
export function describeHolder(holder: LockHolder | undefined): string {
  if (!holder) return 'another process, which is just starting'
  const address = holder.address ? `, serving ${holder.address}` : ''
  return `process ${holder.pid} since ${holder.since}${address}`
}

/**
 * Node offers no file locks, but SQLite takes POSIX record locks, which end with their process:
 * no stale lock to detect, no recycled process id to mistake, no race between two that start at once.
 */
function lockInKernel(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  const lock = new DatabaseSync(path)
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new LockHeld(readHolder(path)) : error
  }
  held.add(lock)
  return lock
}

function isBusy(error: unknown): boolean {
  const busy = 5 // SQLITE_BUSY
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

function writeRecord(path: string, holder: Partial<LockHolder>): void {
  writeFileSync(`${path}.new`, JSON.stringify(holder), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Reads who was the last to take the lock named by a path; undefined where it was released in good order. */
export function readHolder(path: string): LockHolder | undefined {
  const record = `${path}.holder`
  try {
    const since = statSync(record).mtime.toISOString()
    return { since, ...(JSON.parse(readFileSync(record, 'utf8')) as { pid: number }) }
  } catch {
    return undefined
  }
}
