import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const keyLength = 32

/** Says in one sentence why there is no usable master key. */
export class MasterKeyFault extends Error {
  override name = 'MasterKeyFault'
  readonly isForOperator = true
}

/**
 * Reads the installation's 256-bit key from the value given (base64), else from `master.key` in the directory, which is
 * made when absent; throws MasterKeyFault where the key is malformed or others may read the file.
 */
export async function readMasterKey(from: {
  value?: string | undefined
  directory: string
}): Promise<KeyObject> {
  if (from.value !== undefined) return keyOf(from.value, 'The master key given')
  const path = join(from.directory, 'master.key')
  const permissions = (await permissionsOf(path)) ?? (await makeKeyFile(from.directory, path))
  if (process.platform !== 'win32' && (permissions & 0o077) !== 0)
    throw new MasterKeyFault(
      `The master key in ${path} may be read by others (mode ${permissions.toString(8)}): set its mode to 600.`,
    )
  return keyOf(await readFile(path, 'utf8'), `The master key in ${path}`)
}

function keyOf(text: string, what: string): KeyObject {
  const encoded = text.trim()
  const bytes = Buffer.from(encoded, 'base64')
  // Buffer.from skips what is not base64; only a text that comes out the same again was meant as one.
  if (bytes.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, ''))
    throw new MasterKeyFault(`${what} is not base64.`)
  if (bytes.length !== keyLength)
    throw new MasterKeyFault(
      `${what} has ${bytes.length} bytes, but must have ${keyLength} (44 characters of base64).`,
    )
  return createSecretKey(bytes)
}

async function permissionsOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new MasterKeyFault(`The master key in ${path} cannot be read.`, { cause: error })
  }
}

/** A link appears whole or not at all and never replaces one: of two that start at once, both read the first one's key. */
async function makeKeyFile(directory: string, path: string): Promise<number> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  try {
    const key = randomBytes(keyLength).toString('base64')
    await writeFile(draft, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true })
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  await syncDirectory(directory)
  return (await stat(path)).mode & 0o777
}

async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory)
  await handle.sync().finally(() => handle.close())
}
