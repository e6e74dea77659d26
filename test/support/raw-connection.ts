import type { Server } from 'node:http'
import { duplexPair } from 'node:stream'
import { tallyError } from '#test/tally/errors.ts'

/** A reply as it came over the wire. */
export interface RawReply {
  readonly statusCode: number
  /** By lower-case name; the last of several. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Sends the bytes of one request to a server, as if from that address, and reads the reply. */
export async function sendRaw(
  server: Server,
  request: string | Buffer,
  from = '198.51.100.7',
): Promise<RawReply> {
  const [near, far] = duplexPair()
  Object.defineProperty(far, 'remoteAddress', { value: from })
  server.emit('connection', far)
  const received: Buffer[] = []
  const replied = new Promise<RawReply>((resolve, reject) => {
    near.on('data', (bytes: Buffer) => {
      received.push(bytes)
      const reply = readReply(Buffer.concat(received))
      if (reply) resolve(reply)
    })
    near.on('error', reject)
    near.on('close', () =>
      reject(new Error('The connection was closed before the reply had ended')),
    )
  })
  near.write(request)
  try {
    const reply = await replied
    tallyError(reply)
    return reply
  } finally {
    near.destroy()
    far.destroy()
  }
}

const headEnd = Buffer.from('\r\n\r\n')

/** The reply in these bytes, undefined while it is not whole. */
function readReply(bytes: Buffer): RawReply | undefined {
  const end = bytes.indexOf(headEnd)
  if (end === -1) return undefined
  const [status = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  const sent = bytes.subarray(end + headEnd.length)
  const body =
    headers['transfer-encoding'] === 'chunked' ? readChunks(sent) : readLength(sent, headers)
  return body && { statusCode: Number(status.split(' ')[1]), headers, body: body.toString('utf8') }
}

function readLength(sent: Buffer, headers: Readonly<Record<string, string>>): Buffer | undefined {
  const length = Number(headers['content-length'])
  return sent.length >= length ? sent.subarray(0, length) : undefined
}

function readChunks(sent: Buffer): Buffer | undefined {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const lineEnd = sent.indexOf('\r\n', at)
    if (lineEnd === -1) return undefined
    const length = Number.parseInt(sent.toString('latin1', at, lineEnd), 16)
    const start = lineEnd + 2
    if (sent.length < start + length + 2) return undefined
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(sent.subarray(start, start + length))
    at = start + length + 2
  }
}
