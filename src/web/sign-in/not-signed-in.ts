import type { FastifyReply, FastifyRequest } from 'fastify'
import { formPages } from '#web/pages.ts'
import { typedIn } from '#web/page-routes.ts'
import { sendPage, setMeant } from '#web/replies.ts'
import { hadSession, isSafe, organisationMeant } from '#web/visitor.ts'
import type { WebFace } from '#web/visitor.ts'
import { insecureView } from './insecure.view.ts'
import { keptText } from './kept-form.ts'
import { organisationView } from './organisation.view.ts'
import { modelFor } from './sign-in-routes.ts'
import { signInView } from './sign-in.view.ts'
import { addressBefore, localAddress } from './way-back.ts'

const withForm = new Set(formPages.map(({ path }) => path))

const asked = 'To go on you need to sign in.'
const away = `${asked} You were away for too long, or have been signed out.`

/** Sends the page to sign in in the place of the one that was asked, with the way back to it. */
export const sendNotSignedIn = async (
  face: WebFace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (!isSafe(face.reachOf(request))) return sendPage(reply, 403, insecureView())
  const back = wayBack(request, hadSession(face, request) ? away : asked)
  const organisation = await organisationMeant(face, request)
  if (!organisation) return sendPage(reply, 401, organisationView({ typed: '', next: back.next }))
  setMeant(request, organisation)
  const model = await modelFor(face, request, organisation)
  return sendPage(reply, 401, signInView({ ...model, ...back }))
}

/** Where to go on, and with what: a form that was sent is kept; a button is on the page before. */
const wayBack = (request: FastifyRequest, reason: string) => {
  const { method, url, headers, routeOptions } = request
  if (method !== 'POST') return { next: localAddress(url), reason }
  if (!withForm.has(routeOptions.url ?? ''))
    return { next: addressBefore(headers.referer, headers.host), reason }
  return {
    next: localAddress(url),
    kept: keptText(typedIn(request)),
    reason: `${reason} What you typed is kept until you have.`,
  }
}
