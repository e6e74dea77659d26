import { createHash, type Hash } from 'node:crypto'
import { access, chmod, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { sweepUnfinished, unfinishedName } from './unfinished-files.ts'

/** What identifies content within an organisation: its SHA-256 in hexadecimal, and its size in bytes. */
export interface StoredContent {
  readonly hash: string
  readonly size: number
}

/** The first and last byte wanted, both included (as in RFC 9110, 14.1.2); without last, up to the end. */
export interface ByteRange {
  readonly first: number
  readonly last?: number
}

/** Keeps the content of documents by what it is; each organisation's apart from every other's. */
export interface DocumentStore {
  /** Stores a stream durably before it answers; throws ContentTooLarge, or whatever the stream fails with, and keeps nothing then. */
  put(
    organisationId: number,
    content: Readable,
    limits: { maxBytes: number },
  ): Promise<StoredContent>
  /** Opens content for reading, whole or in part, or gives undefined where there is none. */
  open(organisationId: number, hash: string, range?: ByteRange): Promise<Readable | undefined>
  /** Says whether the content is there. */
  has(organisationId: number, hash: string): Promise<boolean>
  /** Removes content for good and says whether it was there. */
  remove(organisationId: number, hash: string): Promise<boolean>
  /** Lists all content of one organisation, in no particular order. */
  list(organisationId: number): AsyncIterable<StoredContent>
  /** Removes what writers that ended half way left behind and says how many files that were. */
  sweep(): Promise<number>
}

/** Says that content was longer than the limit given for it. */
export class ContentTooLarge extends Error {
  override name = 'ContentTooLarge'
}

/** Opens the store of documents in a directory, which is made when absent, and sweeps it. */
export async function documentStore(directory: string): Promise<DocumentStore> {
  const unfinished = join(directory, 'unfinished')
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await chmod(directory, 0o700)
  await sweepUnfinished(unfinished)
  const place = (organisationId: number, hash: string) => placeOf(directory, organisationId, hash)
  return Object.freeze<DocumentStore>({
    put: async (organisationId, content, limits) => {
      const draft = join(unfinished, unfinishedName())
      // A stream that fails before it is first read would otherwise end the process; reading it throws the same error.
      content.on('error', () => {})
      try {
        const stored = await writeDraft(draft, content, limits.maxBytes)
        await publish(draft, place(organisationId, stored.hash), directory)
        return stored
      } finally {
        content.destroy()
        await rm(draft, { force: true })
      }
    },
    open: async (organisationId, hash, range) => openPart(place(organisationId, hash).file, range),
    has: async (organisationId, hash) => isThere(place(organisationId, hash).file),
    remove: async (organisationId, hash) => removeFile(place(organisationId, hash)),
    list: (organisationId) => listFiles(place(organisationId, '0'.repeat(64)).organisation),
    sweep: () => sweepUnfinished(unfinished),
  })
}

interface Place {
  organisation: string
  shelf: string
  file: string
}

function placeOf(directory: string, organisationId: number, hash: string): Place {
  if (!Number.isSafeInteger(organisationId) || organisationId < 0)
    throw new RangeError(`No organisation has the number ${organisationId}.`)
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('This is no SHA-256 in hexadecimal.')
  const organisation = join(directory, String(organisationId))
  const shelf = join(organisation, hash.slice(0, 2))
  return { organisation, shelf, file: join(shelf, hash) }
}

async function writeDraft(
  draft: string,
  content: Readable,
  maxBytes: number,
): Promise<StoredContent> {
  const hash = createHash('sha256')
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(measured(content, hash, maxBytes))
    await handle.sync()
    const { size } = await handle.stat()
    return { hash: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}

async function* measured(
  content: Readable,
  hash: Hash,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) throw new ContentTooLarge(`The content has more than ${maxBytes} bytes.`)
    hash.update(chunk)
    yield chunk
  }
}

/** The draft is synced already; with the directories synced too, a power cut after this keeps the file. */
async function publish(draft: string, place: Place, directory: string): Promise<void> {
  await mkdir(place.shelf, { recursive: true, mode: 0o700 })
  await rename(draft, place.file)
  for (const each of [place.shelf, place.organisation, directory]) await syncDirectory(each)
}

async function openPart(file: string, range?: ByteRange): Promise<Readable | undefined> {
  const handle = await unlessAbsent(open(file))
  const end = range?.last === undefined ? {} : { end: range.last }
  return handle?.createReadStream({ start: range?.first ?? 0, ...end })
}

async function isThere(file: string): Promise<boolean> {
  return (await unlessAbsent(access(file).then(() => true))) ?? false
}

async function removeFile({ file, shelf }: Place): Promise<boolean> {
  const wasThere = (await unlessAbsent(unlink(file).then(() => true))) ?? false
  if (wasThere) await syncDirectory(shelf)
  return wasThere
}

async function* listFiles(organisation: string): AsyncGenerator<StoredContent> {
  for (const shelf of (await unlessAbsent(readdir(organisation))) ?? [])
    for (const hash of await readdir(join(organisation, shelf))) {
      const found = await unlessAbsent(stat(join(organisation, shelf, hash)))
      if (found) yield { hash, size: found.size }
    }
}

async function unlessAbsent<T>(attempt: Promise<T>): Promise<T | undefined> {
  try {
    return await attempt
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory)
  await handle.sync().finally(() => handle.close())
}
