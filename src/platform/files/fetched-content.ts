import type { IncomingMessage } from 'node:http'
import { pipeline, Readable, type Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { failed, FetchStopped, refused } from './fetch-outcome.ts'
import { sizeInWords } from './size-in-words.ts'

const decoders = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

/** Gives the content of an answer, unpacked where the server packed it unasked; ends with FetchStopped past the limit or the signal. */
export async function* contentOf(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const tooLarge = refused('too large', `The document has more than ${sizeInWords(maxBytes)}.`)
  try {
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge
    let size = 0
    for await (const chunk of unpacked(response) as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge
      yield chunk
    }
    signal.throwIfAborted()
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof FetchStopped ? error : explain(error as NodeJS.ErrnoException)
  } finally {
    response.destroy()
  }
}

/** Reads the first bytes of some content and gives them beside a stream of all of it, which calls `end` once it is done with. */
export async function peek(
  source: AsyncGenerator<Uint8Array>,
  length: number,
  end: () => void,
): Promise<{ head: Uint8Array; content: Readable }> {
  const chunks: Uint8Array[] = []
  for (let size = 0; size < length;) {
    const next = await source.next()
    if (next.done) break
    chunks.push(next.value)
    size += next.value.length
  }
  const content = streamOf(concatenated(chunks, source), end)
  return { head: Buffer.concat(chunks).subarray(0, length), content }
}

async function* concatenated(first: Uint8Array[], rest: AsyncGenerator<Uint8Array>) {
  yield* first
  yield* rest
}

/** Readable.from would wait for the next chunk before it lets go of the connection; this ends at once. */
function streamOf(source: AsyncGenerator<Uint8Array>, end: () => void): Readable {
  const content = new Readable({
    read() {
      source.next().then(
        (next) => this.push(next.done ? null : next.value),
        (error: Error) => this.destroy(error),
      )
    },
    destroy(error, done) {
      end()
      done(error)
    },
  })
  // Whoever reads it gets the error; who has not begun to read must not be ended by it.
  return content.on('error', () => {})
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return response
  const decoder = decoders.get(encoding)
  if (!decoder) throw failed('encoding', 'The document is packed in a way that was not asked for.')
  return pipeline(response, decoder(), () => {})
}

function explain(error: NodeJS.ErrnoException): FetchStopped {
  if (/^(Z_DATA|Z_NEED_DICT|Z_STREAM|ERR__)/.test(error.code ?? ''))
    return failed('encoding', 'The document is packed and cannot be unpacked.', error)
  return failed(
    'broken off',
    'The connection broke off before the whole document had arrived.',
    error,
  )
}
