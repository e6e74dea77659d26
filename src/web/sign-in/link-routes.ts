import type { FastifyInstance } from 'fastify'
import { openByLink, signInAddress } from '#domain/sign-in/index.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { comingOf } from './coming-of.ts'
import { enter } from './enter.ts'
import { linkLapsedView } from './link-lapsed.view.ts'
import { linkView } from './link.view.ts'
import { namedIn } from './sign-in-routes.ts'

type Link = { Params: { organisation: string; token: string } }

/** Serves the address of a sign-in link: a button, and what the button does. */
export const serveLink = (app: FastifyInstance, face: WebFace): void => {
  const path = '/sign-in/:organisation/:token'
  app.get<Link>(path, (request, reply) => {
    const { organisation, token } = request.params
    return sendPage(reply, 200, linkView({ action: signInAddress(organisation, token) }))
  })
  app.post<Link>(path, async (request, reply) => {
    const organisation = await namedIn(face, request)
    const coming = organisation && comingOf(face, request, organisation.organisationId)
    const { database } = face.door
    const opened = coming && (await openByLink(database, coming, request.params.token))
    if (!organisation || !opened) return sendPage(reply, 410, linkLapsedView())
    return enter(face, reply, { organisation, opened, next: '/' })
  })
}
