import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describeHolder, holdLock, LockHeld, readHolder } from './lock-file.ts'

/** A data directory that belongs to this process until it is released. */
export type DataDirectory = Readonly<{
  directory: string
  /** Adds the address served to what a refused second start is told. */
  announce(address: string): void
  release(): void
}>

/** Raised when a data directory cannot be had; its message is a sentence for the operator. */
export class DataDirectoryRefused extends Error {
  override readonly name = 'DataDirectoryRefused'
  readonly isForOperator = true
}

/** Makes the directory where it is missing and takes it for this process, or raises DataDirectoryRefused saying who holds it. */
export function lockDataDirectory(directory: string): DataDirectory {
  const real = makeDataDirectory(directory)
  try {
    return Object.freeze({ directory: real, ...holdLock(join(real, 'lock')) })
  } catch (error) {
    if (!(error instanceof LockHeld)) throw refused(real, error)
    const message = `The data directory ${real} is in use by ${describeHolder(error.holder)}; stop it, or set DATA_DIR to another directory.`
    throw new DataDirectoryRefused(message, { cause: error })
  }
}

/** The address that the process which holds the directory serves; undefined where it serves none. */
export const servedAddress = (directory: string): string | undefined =>
  readHolder(join(resolve(directory), 'lock'))?.address

/** Makes the directory where it is missing and gives its real path, or raises DataDirectoryRefused. */
export function makeDataDirectory(given: string): string {
  const directory = resolve(given)
  // Root's database runs as another user, who must pass through here without seeing what lies here.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    makeFolders(directory, mode)
    return realpathSync(directory)
  } catch (error) {
    throw refused(directory, error)
  }
}

/** Node's own recursive way never ends where a file system such as /proc makes no folders: it goes on for ever. */
function makeFolders(directory: string, mode: number): void {
  const above = dirname(directory)
  if (existsSync(directory) && statSync(directory).isDirectory()) return
  if (above !== directory) makeFolders(above, mode)
  try {
    mkdirSync(directory, { mode })
  } catch (error) {
    // another start may have made it meanwhile
    if (!existsSync(directory) || !statSync(directory).isDirectory()) throw error
  }
}

function refused(directory: string, cause: unknown): DataDirectoryRefused {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new DataDirectoryRefused(`The data directory ${directory} cannot be used: ${why}.`, {
    cause,
  })
}
