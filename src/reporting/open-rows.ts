import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CopiedRows } from '#platform/copy-out.ts'
import { rowWriter } from './row-writer.ts'
import type { RowLayout } from './row-layout.ts'

/** Larger chunks would make larger pauses, and larger pieces of reply. */
const atATime = 16 * 1024
/** In milliseconds: rows that are there already, for a reader that takes them at once, leave nobody else a turn. */
const longestTurn = 5

/**
 * Reads the rows as a reply in the layout. Rejects where reading fails before there is anything to send;
 * a later failure breaks the stream, which ends well only after the last row. Destroying it stops the reading.
 */
export async function openRows(copied: CopiedRows, layout: RowLayout): Promise<Readable> {
  const pieces = writtenRows(copied, layout)
  const first = await pieces.next()
  let next: Promise<IteratorResult<Buffer>> = Promise.resolve(first)
  const reply = new Readable({
    read() {
      next.then(
        ({ done, value }) => {
          if (!done) next = pieces.next()
          next.catch(() => {}) // told when it is asked for
          this.push(done ? null : value)
        },
        (error: Error) => this.destroy(error),
      )
    },
    destroy(error, callback) {
      copied.stop()
      pieces.return(undefined).then(
        () => callback(error),
        () => callback(error),
      )
    },
  })
  const breakOff = () => reply.destroy(copied.brokenOff.reason as Error)
  copied.brokenOff.addEventListener('abort', breakOff)
  if (copied.brokenOff.aborted) breakOff()
  return reply
}

async function* writtenRows(
  { chunks, stop }: CopiedRows,
  layout: RowLayout,
): AsyncGenerator<Buffer, undefined> {
  const writer = rowWriter(layout)
  let turnBegan = performance.now()
  try {
    let read = await chunks.next()
    for (; !read.done; read = await chunks.next())
      for (let at = 0; at < read.value.length; at += atATime) {
        const piece = writer.write(read.value.subarray(at, at + atATime))
        if (piece) yield piece
        if (performance.now() - turnBegan < longestTurn) continue
        await nextTurn()
        turnBegan = performance.now()
      }
    if (read.value !== writer.rows()) throw new Error('Rows were lost on the way')
    yield writer.finish()
  } finally {
    stop()
    await chunks.return(0).catch(() => {})
  }
}
