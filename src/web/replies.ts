import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Organisation } from '#domain/organisations/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { faultView } from './layout/fault.view.ts'
import { headersOf } from './layout/headers.ts'
import { render } from './layout/html.ts'
import { layout } from './layout/layout.ts'
import type { Page, Surroundings } from './layout/layout.ts'
import { shownLook } from './layout/look.ts'
import { notFoundView } from './layout/not-found.view.ts'
import { notPermittedView } from './layout/not-permitted.view.ts'
import { unreadableView } from './layout/unreadable.view.ts'
import { surroundingsOf } from './visitor.ts'
import type { Visitor, WebFace } from './visitor.ts'

const visitors = new WeakMap<FastifyRequest, Visitor>()

/** Notes whose request it is. */
export const setVisitor = (request: FastifyRequest, visitor: Visitor): void =>
  void visitors.set(request, visitor)

/** The visitor that was found for a request, if it has one. */
export const visitorOf = (request: FastifyRequest): Visitor | undefined => visitors.get(request)

const meant = new WeakMap<FastifyRequest, Organisation>()

/** Notes whose pages somebody reads who has not signed in. */
export const setMeant = (request: FastifyRequest, organisation: Organisation): void =>
  void meant.set(request, organisation)

/** Sends a page in its frame, with the headers of every page. */
export const sendPage = (reply: FastifyReply, status: number, page: Page): FastifyReply =>
  reply
    .code(status)
    .headers(headersOf(page))
    .type('text/html; charset=utf-8')
    .send(render(layout(page, surroundings(reply.request))))

const surroundings = (request: FastifyRequest): Surroundings => {
  const visitor = visitorOf(request)
  const organisation = visitor?.organisation ?? meant.get(request)
  const look = organisation && shownLook(organisation)
  return { ...surroundingsOf(visitor, request.url), look }
}

/** Sends the page for an address at which there is nothing. */
export const sendNotFound = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendPage(reply, 404, notFoundView())

/** Gives what sends the page for an error: a refusal, something unreadable, or a fault of ours. */
export const sendError =
  (face: WebFace) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof Refusal) return sendRefusal(reply, error)
    const status = statusOf(error)
    if (status < 500) return sendPage(reply, status, unreadableView())
    face.tellFault(error, request.id)
    return sendPage(reply, 500, faultView({ reference: request.id }))
  }

const sendRefusal = (reply: FastifyReply, { kind }: Refusal): FastifyReply =>
  kind.name === 'notPermitted'
    ? sendPage(reply, 403, notPermittedView())
    : sendPage(reply, 404, notFoundView())

const statusOf = (error: unknown): number => {
  const status: unknown = error instanceof Error && 'statusCode' in error && error.statusCode
  return typeof status === 'number' && status >= 400 ? status : 500
}
