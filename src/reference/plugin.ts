import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { Operation } from '#kernel/operation.ts'
import { pageHeaders } from '#web/layout/headers.ts'
import { render } from '#web/layout/html.ts'
import { layout } from '#web/layout/layout.ts'
import { apiReferenceView } from './api-reference.view.ts'
import { openApi } from './open-api.ts'
import { describeAll } from './service.ts'

/** What the documentation is made from, and how it says where the server is. */
export interface Referring {
  readonly operations: readonly Operation[]
  /** Under which domain organisations have names. */
  readonly domain: string
  /** The address under which people reach the server. */
  readonly address: () => string
}

/** Serves the documentation for people who integrate: a page and an OpenAPI document, open to everyone. */
export const referencePlugin: FastifyPluginAsync<Referring> = async (app, referring) => {
  const services = describeAll(referring.operations)
  const surroundings = { organisation: 'Casewright' }
  for (const place of ['/docs/api', '/docs/api/', '/docs', '/docs/'])
    app.get(place, (_request, reply) => sendPage(reply))
  function sendPage(reply: FastifyReply) {
    const reached = { address: referring.address(), domain: referring.domain }
    const page = apiReferenceView({ operations: referring.operations, reached })
    return reply
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(render(layout(page, surroundings)))
  }
  app.get('/docs/openapi.json', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(openApi(services, referring.address()))),
  )
}
