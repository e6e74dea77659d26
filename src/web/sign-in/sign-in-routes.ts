import type { FastifyInstance } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import { closeSession, openSession, signInAddress } from '#domain/people/index.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { isFromOurForm, typedIn } from '#web/page-routes.ts'
import { sendPage, visitorOf } from '#web/replies.ts'
import { forgetSession, keepSession } from '#web/visitor.ts'
import type { WebFace } from '#web/visitor.ts'
import { linkLapsedView } from './link-lapsed.view.ts'
import { signInView } from './sign-in.view.ts'

type Link = { Params: { organisation: string; token: string } }

/** Serves the address of a sign-in link: a button, and what the button does. */
export const serveSignIn = (app: FastifyInstance, face: WebFace): void => {
  const path = '/sign-in/:organisation/:token'
  app.get<Link>(path, (request, reply) => {
    const { organisation, token } = request.params
    return sendPage(reply, 200, signInView({ action: signInAddress(organisation, token) }))
  })
  app.post<Link>(path, async (request, reply) => {
    const { database, clock } = face.door
    const organisation = (await organisationsByName(database)).get(request.params.organisation)
    const at = organisation && { ...organisation, now: clock.now() }
    const session = at && (await openSession(database, at, request.params.token))
    if (!organisation || !session) return sendPage(reply, 410, linkLapsedView())
    void reply.header('set-cookie', keepSession(face, organisation.name, session))
    return reply.redirect('/', 303)
  })
}

/** Serves the button that ends a session. */
export const serveSignOut = (app: FastifyInstance, face: WebFace): void => {
  app.post('/sign-out', async (request, reply) => {
    const visitor = visitorOf(request)
    if (!visitor || !isFromOurForm(face, request, typedIn(request))) {
      return sendPage(reply, 403, formLapsedView())
    }
    const { organisationId } = visitor.actor
    const { database, clock } = face.door
    await closeSession(database, { organisationId, now: clock.now() }, visitor.session)
    void reply.header('set-cookie', forgetSession(face))
    return reply.redirect('/', 303)
  })
}
