import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getFirstSteps } from '#domain/first-steps/index.ts'
import { notPermittedView } from '#web/layout/not-permitted.view.ts'
import { askOf, forgetBanner, visitorIn } from '#web/page-routes.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { areasFor } from './admin-areas.ts'
import { adminHomeView } from './admin-home.view.ts'
import type { FirstSteps } from './first-steps-part.ts'
import { shownSteps } from './first-steps.ts'

/** Serves the page from which everything is administered, to whoever may administer something. */
export const serveAdminHome = (app: FastifyInstance, face: WebFace): void => {
  app.get('/admin', async (request, reply) => {
    const visitor = visitorOf(request)
    const groups = visitor ? areasFor(visitor.actor) : []
    if (groups.length === 0) return sendPage(reply, 403, notPermittedView())
    const firstSteps = await firstStepsFor(face, request)
    const banner = forgetBanner(face, reply)
    return sendPage(reply, 200, adminHomeView(groups, { banner, firstSteps }))
  })
}

/** The first steps, for whoever decides on settings, until they are taken or hidden. */
async function firstStepsFor(
  face: WebFace,
  request: FastifyRequest,
): Promise<FirstSteps | undefined> {
  const { actor, csrfToken } = visitorIn(request)
  if (!actor.permissions.has('organisation.settings')) return undefined
  const progress = await askOf(face, request)(getFirstSteps, {})
  const site = face.siteOf(request) ?? `http://${request.host}`
  return progress && shownSteps(progress, site, csrfToken)
}
