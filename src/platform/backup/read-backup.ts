import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  BackupRefused,
  documentFolder,
  formatVersion,
  headName,
  manifestName,
  tableFolder,
  type BackupHead,
  type BackupManifest,
} from './format.ts'
import { readTar, TarBroken, type TarEntry } from './tar.ts'

/** A backup whose every byte was checked. */
export interface CheckedBackup {
  readonly head: BackupHead
  readonly manifest: BackupManifest
}

/** The entries of a backup file in their order. */
export async function* entriesOf(file: string): AsyncGenerator<TarEntry> {
  const bytes = pipeline(createReadStream(file), createGunzip(), () => {})
  try {
    yield* readTar(bytes)
  } finally {
    bytes.destroy()
  }
}

function explain(file: string, error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (error instanceof TarBroken) return refused(file, message)
  if (code === 'Z_BUF_ERROR') return refused(file, 'it ends too early')
  if (code.startsWith('Z_')) return refused(file, 'it is no backup, or it is damaged')
  if (['ENOENT', 'EACCES', 'EISDIR'].includes(code))
    return new BackupRefused(`The file ${file} cannot be read (${code}).`)
  return error
}

const refused = (file: string, why: string): BackupRefused =>
  new BackupRefused(`${file} cannot be restored: ${why}; nothing was written.`)

/** Reads a backup to its end and checks all of it against its manifest; raises BackupRefused where anything is amiss. */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  const found = await takeStock(file).catch((error: unknown) => {
    throw explain(file, error)
  })
  const { head, manifest } = found
  if (!head) throw refused(file, 'it is no backup of Casewright')
  if (!manifest) throw refused(file, 'it ends too early')
  const isAsMade =
    found.headSha256 === manifest.headSha256 &&
    found.documents === manifest.documents.count &&
    manifest.tables.length === head.tables.length &&
    manifest.tables.every(({ table, sha256 }) => found.sumOf(table) === sha256) &&
    found.damaged.every((hash) => manifest.losses.some((loss) => loss.hash === hash))
  if (!isAsMade) throw refused(file, 'its content is not what its manifest says')
  return { head, manifest }
}

interface Stock {
  head?: BackupHead
  headSha256?: string
  manifest?: BackupManifest
  documents: number
  readonly damaged: string[]
  sumOf(table: string): string
}

async function takeStock(file: string): Promise<Stock> {
  const sums = new Map<string, ReturnType<typeof createHash>>()
  const sumOf = (table: string) => sums.get(table) ?? createHash('sha256')
  const stock: Stock = {
    documents: 0,
    damaged: [],
    sumOf: (table) => sumOf(table).copy().digest('hex'),
  }
  for await (const { name, content } of entriesOf(file)) {
    if (name === headName) {
      const text = await whole(content)
      stock.head = readHead(file, text)
      stock.headSha256 = createHash('sha256').update(text).digest('hex')
    } else if (!stock.head) return stock
    else if (name === manifestName) stock.manifest = parse<BackupManifest>(await whole(content))
    else if (name.startsWith(tableFolder)) {
      const sum = sumOf(tableIn(name))
      sums.set(tableIn(name), sum)
      for await (const chunk of content) sum.update(chunk)
    } else if (name.startsWith(documentFolder)) await countDocument(stock, name, content)
  }
  return stock
}

async function countDocument(
  stock: Stock,
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const sum = createHash('sha256')
  for await (const chunk of content) sum.update(chunk)
  const { hash } = documentIn(name)
  if (sum.digest('hex') !== hash) stock.damaged.push(hash)
  stock.documents += 1
}

function readHead(file: string, text: Buffer): BackupHead {
  const head = parse<Partial<BackupHead>>(text)
  if (head.format === formatVersion) return head as BackupHead
  throw refused(file, `its format is ${head.format} and this version reads ${formatVersion}`)
}

const parse = <T>(text: Buffer): T => JSON.parse(text.toString('utf8')) as T

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The table whose piece an entry is. */
export const tableIn = (name: string): string => name.slice(tableFolder.length).split('/')[0] ?? ''

/** The document that an entry is. */
export function documentIn(name: string): { organisationId: number; hash: string } {
  const [organisationId = '', hash = ''] = name.slice(documentFolder.length).split('/')
  return { organisationId: Number(organisationId), hash }
}
