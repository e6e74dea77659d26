import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPostmasterFile } from './postmaster-file.ts'
import { isPostgresIn } from './processes.ts'

/** A server that another process holds. */
export type RunningPostgres = Readonly<{
  socketDirectory: string
  superuser: 'postgres'
  pid: number
}>

/** Finds the server that serves a data directory and takes connections, so that a command may join it; undefined where none does. */
export function findRunningPostgres(directory: string): RunningPostgres | undefined {
  const real = realPathOf(resolve(directory))
  const file = readPostmasterFile(real)
  if (!file?.isReady || !isPostgresIn(real, file.pid)) return undefined
  return Object.freeze({
    socketDirectory: file.socketDirectory,
    superuser: 'postgres',
    pid: file.pid,
  })
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
