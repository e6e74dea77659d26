import type { IncomingMessage } from 'node:http'

/** Collects the body of a request, undefined when it is longer than allowed or breaks off. */
export function bodyBytes(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && !Number(length)) return Promise.resolve(Buffer.alloc(0))
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      // What follows is read and dropped: a caller that is still sending could not read the answer.
      chunks.length = 0
      resolve(undefined)
    })
    request.on('end', () => {
      resolve(size > limit || isBrokenOff(request) ? undefined : Buffer.concat(chunks))
    })
    request.on('error', () => resolve(undefined))
    request.on('close', () => resolve(undefined))
  })
}

const brokenOff = new WeakSet<IncomingMessage>()

/** Ends a body in the middle, for whoever reads it now or later, and keeps its connection. */
export function breakOff(request: IncomingMessage): void {
  brokenOff.add(request)
  // Node destroys the connection of a request that ends incomplete
  request.complete = true
  request.push(null)
}

/** Tells whether a body ended too early. */
export const isBrokenOff = (request: IncomingMessage): boolean => brokenOff.has(request)
