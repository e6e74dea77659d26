import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { closeSession } from '#domain/sessions/index.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { isFromOurForm, typedIn, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import { leavePath } from '#web/single-sign-on/single-sign-on-routes.ts'
import { forgetSession } from '#web/visitor.ts'
import type { WebFace } from '#web/visitor.ts'
import { signInPath } from './sign-in-routes.ts'
import { addressBefore } from './way-back.ts'

/** Serves the buttons that end a session and that keep it open. */
export const serveSession = (app: FastifyInstance, face: WebFace): void => {
  app.post('/sign-out', async (request, reply) => {
    if (!isFromOurForm(face, request, typedIn(request)))
      return sendPage(reply, 403, formLapsedView())
    const { actor, session, organisation } = visitorIn(request)
    const { database, clock } = face.door
    const at = { organisationId: actor.organisationId, now: clock.now() }
    const way = await closeSession(database, at, session)
    void reply.header('set-cookie', forgetSession(face.reachOf(request)))
    const { name } = organisation
    const isByProvider = way?.startsWith('single sign-on') ?? false
    return reply.redirect(isByProvider ? leavePath(name) : signInPath(name), 303)
  })
  // to have found the session was to use it
  app.post('/session/extend', (request, reply) =>
    isFromOurForm(face, request, typedIn(request))
      ? answerExtended(request, reply)
      : sendPage(reply, 403, formLapsedView()),
  )
}

const answerExtended = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (!request.headers.accept?.includes('application/json'))
    return reply.redirect(addressBefore(request.headers.referer, request.headers.host), 303)
  const { idleSeconds, lastSeconds } = visitorIn(request)
  return reply.header('cache-control', 'no-store').send({ idleSeconds, lastSeconds })
}
