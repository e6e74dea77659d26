import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { DocumentStore } from '#platform/files/document-store.ts'
import { documentFolder, type Loss } from './format.ts'
import { tarEntry } from './tar.ts'

/** What is counted while documents are written. */
export interface DocumentTally {
  count: number
  bytes: number
  readonly losses: Loss[]
}

interface Content {
  readonly organisationId: number
  readonly hash: string
  readonly size: number
}

interface Source {
  readonly documents: DocumentStore
  readonly now: Date
}

/** The entries of all documents that the snapshot names; what is missing or damaged is counted as lost. */
export async function* documentEntries(
  { documents, now }: Source,
  client: pg.Client,
  tally: DocumentTally,
): AsyncGenerator<Buffer> {
  for await (const content of contentsOf(client)) {
    const { organisationId, hash, size } = content
    const stream = await documents.open(organisationId, hash)
    if (!stream) {
      tally.losses.push({ organisationId, hash, what: 'missing' })
      continue
    }
    const name = `${documentFolder}${organisationId}/${hash}`
    const measured = madeToMeasure(stream as AsyncIterable<Buffer>, content, () =>
      tally.losses.push({ organisationId, hash, what: 'damaged' }),
    )
    yield* tarEntry({ name, size, modifiedAt: now }, measured)
    tally.count += 1
    tally.bytes += size
  }
}

/** Exactly so many bytes as were announced, whatever the disk has made of the file. */
async function* madeToMeasure(
  stream: AsyncIterable<Buffer>,
  { hash: expected, size }: Content,
  tellDamage: () => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let left = size
  for await (const chunk of stream) {
    hash.update(chunk)
    const fitting = chunk.subarray(0, left)
    left -= fitting.length
    if (fitting.length > 0) yield fitting
  }
  while (left > 0) {
    const filling = Buffer.alloc(Math.min(left, 65_536))
    hash.update(filling)
    left -= filling.length
    yield filling
  }
  if (hash.digest('hex') !== expected) tellDamage()
}

const atOnce = 1000

/** In portions: there may be millions. */
async function* contentsOf(client: pg.Client): AsyncGenerator<Content> {
  const holders = await holdersOf(client)
  let after: Content = { organisationId: 0, hash: '', size: 0 }
  for (;;) {
    const { rows } = await client.query<{ organisationId: number; hash: string; size: string }>(
      `select organisation_id as "organisationId", content_hash as hash,
         max(content_size)::text as size
       from (${holders}) as contents
       where content_hash is not null and (organisation_id, content_hash) > ($1, $2)
       group by organisation_id, content_hash
       order by organisation_id, content_hash
       limit ${atOnce}`,
      [after.organisationId, after.hash],
    )
    for (const row of rows) yield (after = { ...row, size: Number(row.size) })
    if (rows.length < atOnce) return
  }
}

/** The logo of an organisation is kept where documents are, and named by its settings. */
const logos = `
  select organisation_id, settings #>> '{look,logo,content}' as content_hash,
    (settings #>> '{look,logo,size}')::bigint as content_size
  from organisations`

/** What holds contents; a database from an earlier version may have fewer of them. */
async function holdersOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest(array['documents', 'document_versions', 'call_draft_files']) as name
     where to_regclass(name) is not null`,
  )
  const tables = rows.map(
    ({ name }) => `select organisation_id, content_hash, content_size from ${name}`,
  )
  return [...tables, logos].join(' union all ')
}
