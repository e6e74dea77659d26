import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorReply } from './error-page.ts'
import { wireError, type WireError } from './wire-error.ts'

/** Answers a request whose address cannot be read as what it is: no service (contract 1.2). */
export function answerBadAddress(_: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const { status, headers, body } = errorReply(wireError(undefined, 'address'))
  void reply.code(status).headers(headers).send(body)
}

/** Answers what is no request of HTTP with the page of every error (contract 4.4), where that can still be sent. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const isAnswering = (socket as Socket & { _httpMessage?: unknown })._httpMessage
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
    socket.destroy()
    return
  }
  const isMethod = error.code === 'HPE_INVALID_METHOD'
  const { headers, body } = errorReply(wireError(undefined, isMethod ? 'method' : 'unreadable'))
  const status = statuses[error.code ?? ''] ?? 400
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const statuses: Readonly<Record<string, WireError['status'] | 408 | 431>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}
