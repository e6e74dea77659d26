import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Identity } from './identity.ts'
import { readPostmasterFile } from './postmaster-file.ts'

/** A socket's whole path may have 107 bytes; PostgreSQL's own name in it takes 14. */
const longest = 107 - '/.s.PGSQL.5432'.length

const temporary = 'casewright-socket-'

/** Makes the folder, closed to all others, for the server's socket: beside the data, or in the temporary folder where that path is too long. */
export function makeSocketDirectory(directory: string, owner: Identity['owner']): string {
  const beside = `${directory}.socket`
  const isShort = Buffer.byteLength(beside) <= longest
  if (isShort) mkdirSync(beside, { recursive: true, mode: 0o700 })
  const folder = isShort ? beside : mkdtempSync(join(tmpdir(), temporary))
  if (lstatSync(folder).uid !== owner.uid) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  return folder
}

/** Removes the temporary folder that a server which was killed has left; its socket there is of no more use. */
export function removeLeftSocketDirectory(directory: string): void {
  removeTemporary(readPostmasterFile(directory)?.socketDirectory ?? '')
}

/** Removes a socket's folder when it is a temporary one. */
export function removeTemporary(folder: string): void {
  if (dirname(folder) !== tmpdir() || !basename(folder).startsWith(temporary)) return
  rmSync(folder, { recursive: true, force: true })
}
