import type { TLSSocket } from 'node:tls'
import type { FastifyRequest } from 'fastify'
import type { AddressList } from '#platform/address-list.ts'
import { callerOf, type Caller } from './caller-address.ts'

/** Finds the caller of a request behind the proxies that are trusted. */
export function callerOfRequest(request: FastifyRequest, proxies: AddressList): Caller {
  const { socket } = request.raw
  const arrival = {
    peer: socket.remoteAddress ?? '',
    protocol: (socket as Partial<TLSSocket>).encrypted ? ('https' as const) : ('http' as const),
    host: request.headers.host,
    forwardedFor: headerOf(request, 'x-forwarded-for'),
    forwardedHost: headerOf(request, 'x-forwarded-host'),
    forwardedProto: headerOf(request, 'x-forwarded-proto'),
  }
  return callerOf(arrival, proxies)
}

/** A header of a request; where it was sent several times, all of it. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const sent = request.headers[name]
  return Array.isArray(sent) ? sent.join(', ') : sent
}
