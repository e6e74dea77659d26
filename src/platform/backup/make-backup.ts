import { createHash, type KeyObject } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Address } from '#platform/database.ts'
import type { DocumentStore } from '#platform/files/document-store.ts'
import { sequencesOf, tablesOf, type SourceTable } from './catalogue.ts'
import { documentEntries, type DocumentTally } from './document-entries.ts'
import {
  BackupRefused,
  formatVersion,
  fullName,
  headName,
  manifestName,
  tableFolder,
  type BackupHead,
  type BackupManifest,
  type TableSum,
} from './format.ts'
import { makeKeyProof } from './key-proof.ts'
import { readInSnapshot } from './snapshot.ts'
import { tarEnd, tarEntry } from './tar.ts'

/** What is backed up, and where to. */
export interface BackupPlan {
  readonly file: string
  readonly owner: Address
  readonly documents: DocumentStore
  readonly masterKey: KeyObject
  readonly now: Date
}

// an entry's size stands before its content, so the content of a table comes in pieces
const pieceSize = 4 * 1024 * 1024

/**
 * Writes one file (a compressed tar archive) that holds every row as of one moment and every document that the
 * rows name, while others go on writing. Raises BackupRefused where the file is there already.
 */
export async function makeBackup(plan: BackupPlan): Promise<BackupManifest> {
  const unfinished = `${plan.file}.unfinished`
  await refuseExisting(plan.file)
  try {
    const manifest = await readInSnapshot(plan.owner, (client) => write(plan, client, unfinished))
    await publish(unfinished, plan.file)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw explain(plan.file, error)
  }
}

const unwritable = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'EFBIG'])

function explain(file: string, error: unknown): unknown {
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException
  return unwritable.has(code) && ['open', 'write', 'fsync', 'rename'].includes(syscall)
    ? new BackupRefused(`${file} cannot be written (${code}); nothing of it was kept.`)
    : error
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (isThere)
    throw new BackupRefused(`${file} exists already and is kept; name another file for the backup.`)
}

async function publish(unfinished: string, file: string): Promise<void> {
  await rename(unfinished, file)
  if (process.platform === 'win32') return
  const directory = await open(dirname(file))
  await directory.sync().finally(() => directory.close())
}

async function write(plan: BackupPlan, client: pg.Client, file: string): Promise<BackupManifest> {
  let made: BackupManifest | undefined
  async function* everything(): AsyncGenerator<Buffer> {
    made = yield* entries(plan, client)
  }
  const output = createWriteStream(file, { mode: 0o600, flush: true })
  output.on('error', () => {})
  await pipeline(
    Readable.from(everything(), { objectMode: false }),
    createGzip({ level: constants.Z_BEST_SPEED }),
    output,
  )
  if (!made) throw new Error('The backup ended without its manifest')
  return made
}

async function* entries(
  plan: BackupPlan,
  client: pg.Client,
): AsyncGenerator<Buffer, BackupManifest> {
  const tables = await tablesOf(client)
  const head = json(await headOf(plan, client, tables))
  yield* entry(plan, headName, head)
  const sums: TableSum[] = []
  for (const table of tables) sums.push(yield* tableEntries(plan, client, table))
  const tally: DocumentTally = { count: 0, bytes: 0, losses: [] }
  yield* documentEntries(plan, client, tally)
  const { losses, ...documents } = tally
  const headSha256 = createHash('sha256').update(head).digest('hex')
  const manifest: BackupManifest = { headSha256, tables: sums, documents, losses }
  yield* entry(plan, manifestName, json(manifest))
  yield tarEnd()
  return manifest
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`)

const entry = ({ now }: BackupPlan, name: string, content: Buffer): AsyncGenerator<Buffer> =>
  tarEntry({ name, size: content.length, modifiedAt: now }, [content])

async function headOf(
  { masterKey, now }: BackupPlan,
  client: pg.Client,
  tables: readonly SourceTable[],
): Promise<BackupHead> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  return {
    format: formatVersion,
    madeAt: now.toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
    sequences: await sequencesOf(client),
    keyProof: makeKeyProof(masterKey),
  }
}

async function* tableEntries(
  plan: BackupPlan,
  client: pg.Client,
  table: SourceTable,
): AsyncGenerator<Buffer, TableSum> {
  const hash = createHash('sha256')
  let rows = 0
  let number = 0
  for (const query of await queriesOf(client, table)) {
    await client.query(`select set_config('casewright.organisation', $1, true)`, [
      String(query.organisationId),
    ])
    const copy = client.query(copyTo(`copy (${query.text}) to stdout`))
    for await (const piece of inPieces(copy)) {
      hash.update(piece)
      number += 1
      const name = `${tableFolder}${fullName(table)}/${String(number).padStart(6, '0')}`
      yield* entry(plan, name, piece)
    }
    rows += copy.rowCount
  }
  return { table: fullName(table), rows, sha256: hash.digest('hex') }
}

async function* inPieces(copy: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of copy) {
    chunks.push(chunk)
    size += chunk.length
    if (size < pieceSize) continue
    yield Buffer.concat(chunks)
    chunks = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(chunks)
}

interface Query {
  readonly text: string
  /** Whose wall to pass. */
  readonly organisationId: number
}

/** The wall around the equality answers has no door for the owner: they are read organisation by organisation. */
async function queriesOf(
  client: pg.Client,
  { schema, name, selected }: SourceTable,
): Promise<readonly Query[]> {
  const text = `select ${selected.join(', ')} from "${schema}"."${name}" t`
  if (schema !== 'equality') return [{ text, organisationId: 0 }]
  const { rows } = await client.query<{ id: number }>(
    'select organisation_id as id from organisations order by organisation_id',
  )
  return rows.map(({ id }) => ({
    text: `${text} where t.organisation_id = ${id}`,
    organisationId: id,
  }))
}
