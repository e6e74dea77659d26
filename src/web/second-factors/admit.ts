import type { FastifyReply } from 'fastify'
import type { Opened } from '#domain/sessions/index.ts'
import { csrfToken } from '#web/layout/csrf.ts'
import { visitorIn } from '#web/page-routes.ts'
import { setVisitor } from '#web/replies.ts'
import { keepSession } from '#web/visitor.ts'
import type { Visitor, WebFace } from '#web/visitor.ts'

/** Gives the browser the session that has become full, in the place of the half one. */
export const admit = (face: WebFace, reply: FastifyReply, opened: Opened): Visitor => {
  const { request } = reply
  const half = visitorIn(request)
  const { token: session, strength } = opened
  const full = { ...half, session, strength, csrfToken: csrfToken(face.csrfSecret, session) }
  setVisitor(request, full)
  const { name } = half.organisation
  void reply.header('set-cookie', keepSession(face.reachOf(request), name, opened))
  return full
}
