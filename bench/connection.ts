import { connect, type Socket } from 'node:net'

/** What came back: the status and how many bytes, and the body where it is short. */
export interface Reply {
  readonly status: number
  readonly length: number
  readonly body: string
}

/** A kept-alive connection that sends requests made beforehand, one at a time. */
export interface Connection {
  send(request: Buffer): Promise<Reply>
  close(): void
}

const endOfHead = Buffer.from('\r\n\r\n')
const endOfChunks = Buffer.from('\r\n0\r\n\r\n')
const headLength = 2048
const shownLength = 2000

interface Awaited {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
  head: string
  start: Buffer
  tail: Buffer
  received: number
}

/**
 * Opens a connection; `look` is shown all that arrives. It reads of a reply only what tells where it ends: a load generator on the processors of the
 * server that it measures must take as little of them as it can.
 */
export async function openConnection(
  port: number,
  look: (chunk: Buffer) => void = () => {},
): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject)
  })
  let awaited: Awaited | undefined
  const fail = (error: Error) => awaited?.reject(error)
  socket.on('error', fail).on('close', () => fail(new Error('The server closed the connection')))
  socket.on('data', (chunk) => {
    if (!awaited) return
    look(chunk)
    const reply = take(awaited, chunk)
    if (!reply) return
    const { resolve } = awaited
    awaited = undefined
    resolve(reply)
  })
  return Object.freeze<Connection>({
    send: (request) =>
      new Promise<Reply>((resolve, reject) => {
        awaited = { resolve, reject, ...nothing }
        socket.write(request)
      }),
    close: () => closeQuietly(socket),
  })
}

const empty = Buffer.alloc(0)
const nothing = { head: '', start: empty, tail: empty, received: 0 }

function closeQuietly(socket: Socket): void {
  socket.removeAllListeners('close').destroy()
}

function take(awaited: Awaited, chunk: Buffer): Reply | undefined {
  awaited.received += chunk.length
  if (awaited.start.length < headLength) awaited.start = Buffer.concat([awaited.start, chunk])
  const end = awaited.start.indexOf(endOfHead)
  if (end < 0) return undefined
  if (awaited.head === '') awaited.head = awaited.start.toString('latin1', 0, end)
  const length = awaited.received - end - endOfHead.length
  return hasEnded(awaited, chunk, length)
    ? {
        status: Number(awaited.head.slice(9, 12)),
        length,
        body: awaited.start.toString('utf8', end + endOfHead.length, end + shownLength),
      }
    : undefined
}

function hasEnded(awaited: Awaited, chunk: Buffer, length: number): boolean {
  const declared = /\r\ncontent-length: *(\d+)/i.exec(awaited.head)?.[1]
  if (declared !== undefined) return length >= Number(declared)
  const tail = chunk.length >= endOfChunks.length ? chunk : Buffer.concat([awaited.tail, chunk])
  awaited.tail = tail.subarray(-endOfChunks.length)
  return awaited.tail.equals(endOfChunks)
}

/** The bytes of a request. */
export function requestBytes(
  method: 'GET' | 'POST',
  path: string,
  { headers = {}, body = '' }: { headers?: Readonly<Record<string, string>>; body?: string } = {},
): Buffer {
  const lines = Object.entries({
    host: 'localhost',
    ...(method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
