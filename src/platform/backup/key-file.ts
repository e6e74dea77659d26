import { randomBytes, type KeyObject } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readMasterKey } from '#platform/master-key.ts'
import { BackupRefused } from './format.ts'

const textOf = (key: KeyObject): string => `${key.export().toString('base64')}\n`

/** Writes a master key into a new file that only its owner may read; raises BackupRefused where one is there. */
export async function exportKey(key: KeyObject, file: string): Promise<void> {
  await writeFile(file, textOf(key), { mode: 0o600, flag: 'wx', flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST'
        ? new BackupRefused(`${file} exists already and is kept; name another file for the key.`)
        : new BackupRefused(`The file ${file} cannot be written (${error.code}).`)
    },
  )
}

/** Reads a master key from a file; raises BackupRefused where that cannot be read, MasterKeyFault where it is none. */
export async function importKey(file: string): Promise<KeyObject> {
  const value = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupRefused(`The file ${file} cannot be read (${error.code}).`)
  })
  return readMasterKey({ value, directory: dirname(file) })
}

/** Puts a master key in the place of another. */
export async function replaceKey(key: KeyObject, file: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    await writeFile(draft, textOf(key), { mode: 0o600, flag: 'wx', flush: true })
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}
