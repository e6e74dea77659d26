import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { strengthOf } from '#domain/second-factors/index.ts'
import {
  beginPath,
  beginVisit,
  finishVisit,
  leaveProvider,
  type Refused,
} from '#domain/single-sign-on/index.ts'
import type { Organisation } from '#domain/organisations/index.ts'
import { typedIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { enter } from '#web/sign-in/enter.ts'
import { namedIn, signInPath } from '#web/sign-in/sign-in-routes.ts'
import { localAddress } from '#web/sign-in/way-back.ts'
import { sessionNamed } from '#web/visitor.ts'
import type { WebFace } from '#web/visitor.ts'
import { onwardView } from './onward.view.ts'
import { refusedView, statusOfRefusal } from './refused.view.ts'
import { bindBrowser, browserOf } from './visit-cookie.ts'

type Named = { Params: { organisation: string } }

/** Where somebody is led to sign out with the provider too. */
export const leavePath = (organisation: string): string => `${beginPath(organisation)}/leave`

/** Serves the way to the provider and back, to sign in and to sign out. */
export const serveSingleSignOn = (app: FastifyInstance, face: WebFace): void => {
  const path = '/sign-in/:organisation/single-sign-on'
  app.get<Named>(path, (request, reply) =>
    reply.redirect(signInPath(request.params.organisation), 303),
  )
  app.post<Named>(path, async (request, reply) => {
    const organisation = await namedIn(face, request)
    return organisation ? begin(face, reply, organisation) : reply.redirect('/sign-in', 303)
  })
  app.get<Named>(`${path}/answer`, async (request, reply) => {
    const organisation = await namedIn(face, request)
    return organisation ? finish(face, reply, organisation) : reply.redirect('/sign-in', 303)
  })
  app.get<Named>(`${path}/leave`, async (request, reply) => {
    const organisation = await namedIn(face, request)
    return organisation ? leave(face, reply, organisation) : reply.redirect('/sign-in', 303)
  })
}

const begin = async (
  face: WebFace,
  reply: FastifyReply,
  organisation: Organisation,
): Promise<FastifyReply> => {
  const { request } = reply
  const { next, kept } = typedIn(request)
  const { browser, header } = bindBrowser(face, request)
  const coming = comingOf(face, request, organisation.organisationId)
  const begun = await beginVisit(face.door, coming, {
    organisation: organisation.name,
    browser,
    session: sessionNamed(face, request, organisation),
    next: localAddress(next),
    kept,
  })
  if (begun.kind === 'refused') return sendRefused(reply, organisation, begun)
  void reply.header('set-cookie', header)
  return sendOnward(reply, { ...begun, errand: 'sign in' })
}

const finish = async (
  face: WebFace,
  reply: FastifyReply,
  organisation: Organisation,
): Promise<FastifyReply> => {
  const { request } = reply
  const coming = comingOf(face, request, organisation.organisationId)
  const finished = await finishVisit({ ...face.door, strengthOf }, coming, {
    organisation: organisation.name,
    browser: browserOf(face, request),
    answer: queryIn(request),
  })
  if (finished.kind === 'refused') return sendRefused(reply, organisation, finished)
  const { opened, next, kept } = finished
  return enter(face, reply, { organisation, opened, next, kept })
}

/** What the address says after its question mark, as it came. */
const queryIn = ({ url }: FastifyRequest): URLSearchParams => {
  const at = url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : url.slice(at))
}

const leave = async (
  { door }: WebFace,
  reply: FastifyReply,
  { organisationId, name }: Organisation,
): Promise<FastifyReply> => {
  const way = await leaveProvider({ ...door, organisationId }, name)
  return way
    ? sendOnward(reply, { ...way, errand: 'sign out' })
    : reply.redirect(signInPath(name), 303)
}

const sendOnward = (reply: FastifyReply, onward: Parameters<typeof onwardView>[0]): FastifyReply =>
  sendPage(reply.header('refresh', `0; url=${onward.address}`), 200, onwardView(onward))

const sendRefused = (
  reply: FastifyReply,
  { name }: Organisation,
  { reason, detail }: Refused,
): FastifyReply =>
  sendPage(
    reply,
    statusOfRefusal({ reason }),
    refusedView({
      reason,
      ...(detail === undefined ? {} : { detail }),
      signInAddress: signInPath(name),
    }),
  )
