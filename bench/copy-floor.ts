import type { Socket } from 'node:net'
import pg from 'pg'
import type { Stage } from './stage.ts'

/** What a copy came to. */
export interface Copied {
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
}

/**
 * Lets PostgreSQL copy what the query selects to a reader that only counts the bytes, as the role and with the
 * settings that reports have.
 */
export async function copyAlone(
  { installation, organisationId }: Stage,
  query: string,
): Promise<Copied> {
  const client = new pg.Client(installation.addresses.application as pg.ClientConfig)
  await client.connect()
  await client.query('begin read only')
  await client.query(
    `select set_config('casewright.organisation', $1, true),
       set_config('casewright.before', oldest_open_write()::text, true), set_config('work_mem', '32MB', true),
       set_config('role', 'casewright_reports', true)`,
    [String(organisationId)],
  )
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const begin = performance.now()
  const { rows, bytes } = await readCopy(stream, `copy (${query}) to stdout (null '')`)
  const seconds = (performance.now() - begin) / 1000
  stream.removeAllListeners('close').destroy()
  return { rows, bytes, seconds }
}

const readyLength = 6
const shownLength = 100

/** Reads past the driver, which would look at every row. */
function readCopy(stream: Socket, text: string) {
  stream.removeAllListeners('data').removeAllListeners('close').removeAllListeners('error')
  return new Promise<{ rows: number; bytes: number }>((resolve, reject) => {
    let bytes = 0
    let tail: Buffer = Buffer.alloc(0)
    stream.on('error', reject).on('close', () => reject(new Error('PostgreSQL went away')))
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      tail = (chunk.length >= shownLength ? chunk : Buffer.concat([tail, chunk])).subarray(
        -shownLength,
      )
      // ReadyForQuery: its letter, a length of 5, and the state of the transaction
      if (tail.subarray(-readyLength, -1).toString('latin1') !== 'Z\0\0\0\x05') return
      const rows = /COPY (\d+)\0/.exec(tail.toString('latin1'))?.[1]
      if (rows === undefined)
        reject(new Error(`PostgreSQL refused the copy: ${tail.toString('latin1')}`))
      else resolve({ rows: Number(rows), bytes })
    })
    stream.write(simpleQuery(text))
  })
}

function simpleQuery(text: string): Buffer {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.from('Q\0\0\0\0')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
