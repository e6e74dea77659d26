import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { breakOff } from '#api/reading/body-bytes.ts'
import { errorReply, type ErrorReply } from './error-page.ts'
import { wireError, type Cause } from './wire-error.ts'

/** Answers a request whose address cannot be read as what it is: no service (contract 1.2). */
export function answerBadAddress(_: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const { status, headers, body } = pageOf('address')
  void reply.code(status).headers(headers).send(body)
}

/**
 * Answers a request that names no host, or several, or expects what nobody promises with the page of every error,
 * and lets all others pass (RFC 9112 3.2, RFC 9110 10.1.1).
 */
export async function answerBadHead(
  { raw }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const status = statusOfHead(raw)
  if (status === undefined) return undefined
  const { headers, body } = pageOf('unreadable')
  return reply
    .code(status)
    .headers({ ...headers, connection: 'close' })
    .send(body)
}

function statusOfHead(raw: IncomingMessage): 400 | 417 | undefined {
  const { headers, httpVersion } = raw
  if (headers.host === undefined && httpVersion === '1.1') return 400
  if (hosts(raw) > 1) return 400
  const { expect = '100-continue' } = headers
  return /(?:^|\W)100-continue(?:$|\W)/i.test(expect) ? undefined : 417
}

const hosts = ({ rawHeaders }: IncomingMessage): number =>
  rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length

const pageOf = (cause: Cause): ErrorReply => {
  const { headers, ...page } = errorReply(wireError(undefined, cause))
  return { ...page, headers: { ...headers, 'cache-control': 'no-store' } }
}

/**
 * Answers what is no request of HTTP with the page of every error (contract 4.4), where that can still be sent
 * and once what was asked before it is answered. A request whose body breaks off is answered by whoever reads it.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET') return void socket.destroy()
  // whatever follows what cannot be read raises the error again
  if (unreadable.has(socket)) return
  unreadable.add(socket)
  answerInTurn(error, socket)
}

/** Answers a request for a tunnel (CONNECT) as one by a method that no service takes (contract 1.3). */
export function answerTunnel(_: IncomingMessage, socket: Duplex): void {
  answerUnreadable(Object.assign(new Error('no tunnel'), { code: invalidMethod }), socket as Socket)
}

const invalidMethod = 'HPE_INVALID_METHOD'
const unreadable = new WeakSet<Socket>()

function answerInTurn(error: NodeJS.ErrnoException, socket: Socket): void {
  const underWay = (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage
  if (!socket.writable) socket.destroy()
  else if (!underWay) endWith(socket, textOf(error))
  else if (underWay.req.complete) underWay.once('finish', () => answerInTurn(error, socket))
  else {
    underWay.shouldKeepAlive = false
    underWay.once('finish', () => endWith(socket, ''))
    breakOff(underWay.req)
  }
}

/** How long the answer has to arrive: an end with bytes still unread would take it back. */
const longestFarewell = 5_000

function endWith(socket: Socket, text: string): void {
  socket.end(text)
  socket.resume()
  setTimeout(() => socket.destroy(), longestFarewell).unref()
}

function textOf({ code = '' }: NodeJS.ErrnoException): string {
  const { headers, body } = pageOf(code === invalidMethod ? 'method' : 'unreadable')
  const status = statuses[code] ?? 400
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}
