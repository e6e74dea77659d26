import type { FastifyInstance } from 'fastify'
import { notPermittedView } from '#web/layout/not-permitted.view.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import { areasFor } from './admin-areas.ts'
import { adminHomeView } from './admin-home.view.ts'

/** Serves the page from which everything is administered, to whoever may administer something. */
export const serveAdminHome = (app: FastifyInstance): void => {
  app.get('/admin', (request, reply) => {
    const visitor = visitorOf(request)
    const groups = visitor ? areasFor(visitor.actor) : []
    return groups.length > 0
      ? sendPage(reply, 200, adminHomeView(groups))
      : sendPage(reply, 403, notPermittedView())
  })
}
