import type { FastifyInstance } from 'fastify'
import { notPermittedView } from '#web/layout/not-permitted.view.ts'
import { forgetBanner } from '#web/page-routes.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { areasFor } from './admin-areas.ts'
import { adminHomeView } from './admin-home.view.ts'

/** Serves the page from which everything is administered, to whoever may administer something. */
export const serveAdminHome = (app: FastifyInstance, face: WebFace): void => {
  app.get('/admin', (request, reply) => {
    const visitor = visitorOf(request)
    const groups = visitor ? areasFor(visitor.actor) : []
    if (groups.length === 0) return sendPage(reply, 403, notPermittedView())
    return sendPage(reply, 200, adminHomeView(groups, forgetBanner(face, reply)))
  })
}
