import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server says of itself in postmaster.pid (PostgreSQL's miscadmin.h lists its lines). */
export type PostmasterFile = Readonly<{ pid: number; socketDirectory: string; isReady: boolean }>

/** Reads postmaster.pid of a data directory; undefined where there is none, or it is only half written. */
export function readPostmasterFile(directory: string): PostmasterFile | undefined {
  const lines = readLines(join(directory, 'postmaster.pid'))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, socketDirectory: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
