import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import type { Config } from '#config'
import { isBrokenOff } from '#api/reading/body-bytes.ts'
import { serviceOf } from '#api/called-service.ts'
import { targetOf } from '#api/addresses/request-target.ts'
import {
  answerBadAddress,
  answerBadHead,
  answerTunnel,
  answerUnreadable,
} from '#api/answering/unreadable-request.ts'
import type { Log } from '#platform/log.ts'
import { describeError } from '#platform/log.ts'
import type { Measurements } from '#platform/measurements.ts'

/** What is served, and who hears of each request. */
export interface Serving {
  readonly config: Config
  readonly log: Log
  readonly measurements?: Measurements
  /** True while the database can be reached and has all migrations. */
  readonly isReady: () => Promise<boolean>
}

// a body that never ends would otherwise be waited for without end; a call that fetches documents takes less
const longestSilence = 600_000

// the contract (2.6) asks for request lines of 64 KiB at least
const longestHead = 128 * 1024

/** An HTTP server that answers health checks and tells of each request in one line. */
export function createServer(serving: Serving): FastifyInstance {
  const { config, log, measurements } = serving
  const server = fastify({
    logger: false,
    bodyLimit: config.maxBody,
    connectionTimeout: longestSilence,
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // a request that was received is answered, with Connection: close
    return503OnClosing: false,
    // Node's own answers are empty: answerBadHead takes their place
    http: { maxHeaderSize: longestHead, requireHostHeader: false },
    rewriteUrl: targetOf,
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 500 },
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  // never the address itself: parameters in it may be personal data
  server.addHook('onResponse', async (request, reply) => {
    const route = serviceOf(request) ?? request.routeOptions.url ?? 'none'
    const status = reply.statusCode
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    log.info(
      { requestId: request.id, method: request.method, route, status, milliseconds },
      'answered',
    )
    measurements?.answered({ route, status, seconds: reply.elapsedTime / 1000 })
  })
  server.addHook('onError', async (request, reply, error) => {
    if (reply.statusCode < 500) return
    log.error({ requestId: request.id, error: describeError(error) }, 'failed')
  })
  endWithRunningRequests(server, config.documentCallSeconds * 1000 + 5_000)
  refuseUnreadable(server)
  addHealth(server, serving)
  return server
}

function refuseUnreadable(server: FastifyInstance): void {
  // who has sent all and closes that half of the connection still reads the other
  Object.assign(server.server, { httpAllowHalfOpen: true })
  server.addHook('onRequest', answerBadHead)
  server.server.on('checkExpectation', (request, response) => server.routing(request, response))
  server.server.on('connect', answerTunnel)
  // for what reads bodies by Fastify's means, to which one that broke off looks whole
  server.addHook('preValidation', async ({ raw }) => {
    if (!isBrokenOff(raw)) return
    throw Object.assign(new Error('the body broke off'), { statusCode: 400 })
  })
}

/**
 * Closing waits for running requests, as long as one may take to fetch documents and a little more, and for nothing
 * else: a connection on which a request was begun but never sent would hold it up for as long as its client likes.
 */
function endWithRunningRequests(server: FastifyInstance, longest: number): void {
  let running = 0
  let isClosing = false
  const endConnections = () => server.server.closeAllConnections()
  const endWhenDone = () => {
    if (isClosing && running === 0) endConnections()
  }
  server.addHook('onRequest', async (_, reply) => {
    running += 1
    reply.raw.once('close', () => {
      running -= 1
      endWhenDone()
    })
  })
  server.addHook('preClose', async () => {
    // what has arrived already is begun: a turn of the loop may be past reading, so two of them
    await setImmediate()
    await setImmediate()
    isClosing = true
    server.server.once('close', () => clearTimeout(last))
    const last = setTimeout(endConnections, longest)
    // once it no longer listens, which is right after this
    void setImmediate().then(endWhenDone)
  })
}

function addHealth(server: FastifyInstance, serving: Serving): void {
  server.get('/health/live', async (_, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  )
  server.get('/health/ready', async (_, reply) => {
    const isReady = await serving.isReady()
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready' })
  })
}
