import { METHODS } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readAddress, type Address } from './addresses/address.ts'
import { answerCall, offeredWord } from './answer-call.ts'
import { apiWorld, type ApiSettings, type ApiWorld } from './api-world.ts'
import { noteService } from './called-service.ts'
import { bodyBytes } from './reading/body-bytes.ts'
import type { Caller } from './addresses/caller-address.ts'
import { callerOfRequest, headerOf } from './addresses/caller-of-request.ts'
import { wireError } from './answering/wire-error.ts'
import { refusalReply, type WireReply } from './answering/wire-reply.ts'
import { isWireWord } from './wire-word.ts'

/** The REST face as a Fastify plugin: every word that an operation answers, at every form of address. */
export async function api(server: FastifyInstance, settings: ApiSettings): Promise<void> {
  const world = apiWorld(settings)
  for (const method of METHODS.filter((one) => !server.supportedMethods.includes(one))) {
    server.addHttpMethod(method)
  }
  // Answered before Fastify reads on: it knows no body of a GET and turns odd media types away itself.
  // Never done with where it has answered: an answer under way counts as none, and the handler would follow.
  const onRequest = (
    request: FastifyRequest,
    reply: FastifyReply,
    done: (fault?: Error) => void,
  ): void => void answer(world, request, reply).catch(done)
  const handler = (_request: FastifyRequest, reply: FastifyReply) => notFound(reply)
  // Whatever has no route of the web: what follows the word of a service, or comes before it, is ours to refuse.
  const method = server.supportedMethods
  server.route({ url: '/*', method, exposeHeadRoute: false, onRequest, handler })
}

async function answer(
  world: ApiWorld,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = callerOfRequest(request, world.proxies)
  const path = request.url.split('?', 1)[0] ?? ''
  const address = readAddress(caller.host, path, world.domains)
  const word = address && offeredWord(world, address)
  noteService(request, word ?? 'none')
  if (address && word) {
    return send(reply, await answerAddress(world, address, { request, reply, caller }))
  }
  return answerUnknown(request, reply, path)
}

/** The web has no such page either: people are told so by the web, programs in their own manner. */
function answerUnknown(request: FastifyRequest, reply: FastifyReply, path: string): FastifyReply {
  if (request.headers.accept?.includes('text/html') && !isOurs(path)) return notFound(reply)
  return send(reply, refusalReply(wireError(undefined, 'address'), { isJson: false }))
}

/** An address belongs to whom its first word names, whatever follows (contract 1.1 (11)). */
function isOurs(path: string): boolean {
  const segments = path.toLowerCase().split('/')
  const first = segments.find((segment) => segment !== '') ?? ''
  return first === 'services' || (first !== 'download' && isWireWord(first))
}

interface Arrived {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly caller: Caller
}

async function answerAddress(
  world: ApiWorld,
  address: Address,
  { request, reply, caller }: Arrived,
): Promise<WireReply> {
  const [path = '', ...queries] = request.url.split('?')
  const body = await bodyBytes(request.raw, world.limits.bodyLength)
  // Where not all was read, the rest must not be taken for the next request.
  if (!body) reply.header('connection', 'close')
  return answerCall(world, address, {
    caller,
    method: request.method,
    path,
    query: queries.join('?'),
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    idempotencyKey: headerOf(request, 'idempotency-key'),
    body,
    requestId: request.id,
  })
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}

function send(reply: FastifyReply, { status, headers, body }: WireReply): FastifyReply {
  reply.code(status).headers({ ...headers, 'cache-control': 'no-store' })
  return body === '' ? reply.send() : reply.send(body)
}
