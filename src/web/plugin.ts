import formBody from '@fastify/formbody'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import { serveSecret } from './admin/api-keys/secret-routes.ts'
import { logoPage } from './admin/settings/look-pages.ts'
import { serveAdminHome } from './admin/home/admin-routes.ts'
import { serveOpenCase } from './caseworker/home/open-case-routes.ts'
import { serveCalls } from './caseworker/calls/call-routes.ts'
import { callFilesPage } from './caseworker/calls/call-pages.ts'
import { uploadPages } from './caseworker/documents/upload-pages.ts'
import { serveUpload } from './caseworker/documents/upload-routes.ts'
import { serveFindPeople } from './caseworker/people/find-people-routes.ts'
import { serveSearch } from './caseworker/search/search-routes.ts'
import { serveAccount } from './account/account-routes.ts'
import { assets } from './layout/assets.ts'
import { formLapsedView } from './layout/form-lapsed.view.ts'
import { serveAction, serveFormPage, serveHandout, serveShowPage } from './page-routes.ts'
import { actions, formPages, handouts, showPages } from './pages.ts'
import { serveCalculator } from './public/calculator/calculator-routes.ts'
import { serveLooks } from './look-routes.ts'
import { sendError, sendNotFound, sendPage, setMeant, setVisitor } from './replies.ts'
import { insecureView } from './sign-in/insecure.view.ts'
import { serveLink } from './sign-in/link-routes.ts'
import { sendNotSignedIn } from './sign-in/not-signed-in.ts'
import { serveOwnFactors } from './second-factors/own-factors-routes.ts'
import { servePasskeySignIn } from './passkeys/passkey-sign-in-routes.ts'
import { serveStep } from './second-factors/step-routes.ts'
import { serveReset } from './new-password/reset-routes.ts'
import { refuseOtherWays } from './single-sign-on/refuse-other-ways.ts'
import { serveSingleSignOn } from './single-sign-on/single-sign-on-routes.ts'
import { serveSession } from './sign-in/session-routes.ts'
import { serveSignIn } from './sign-in/sign-in-routes.ts'
import { secondFactorAddress } from './sign-in/second-factor-address.ts'
import { localAddress, nextQuery } from './sign-in/way-back.ts'
import { findVisitor, isSafe } from './visitor.ts'
import type { WebFace } from './visitor.ts'

// A text of a million characters may come as nine bytes for each.
const longestForm = 10_000_000

/** The HTML face: pages for people, each reached only with a session, and the way to get one. */
export const webPlugin: FastifyPluginAsync<WebFace> = async (app, face) => {
  await app.register(formBody, { bodyLimit: longestForm })
  app.addHook('onRequest', refuseOtherSites)
  app.setErrorHandler(sendError(face))
  app.setNotFoundHandler(sendNotFound)
  serveAssets(app)
  serveLooks(app, face)
  serveCalculator(app, face)
  await app.register(async (inner) => serveSigningIn(inner, face))
  await app.register(async (inner) => serveSignedIn(inner, face))
  await app.register(async (inner) => servePages(inner, face))
}

const serveAssets = (app: FastifyInstance): void => {
  for (const { address, headers, body } of Object.values(assets)) {
    app.get(address, (_request, reply) => reply.headers(headers).send(body))
  }
}

const serveSigningIn = (app: FastifyInstance, face: WebFace): void => {
  app.addHook('preHandler', async (request, reply) =>
    isSafe(face.reachOf(request)) ? undefined : sendPage(reply, 403, insecureView()),
  )
  app.addHook('preHandler', lookAsMeant(face))
  app.addHook('preHandler', refuseOtherWays(face))
  serveSignIn(app, face)
  serveSingleSignOn(app, face)
  serveReset(app, face)
  servePasskeySignIn(app, face)
  serveLink(app, face)
}

/** Pages about signing in look as the organisation does that their address names. */
const lookAsMeant =
  (face: WebFace) =>
  async (request: FastifyRequest): Promise<void> => {
    const { organisation = '' } = request.params as { organisation?: string }
    const found = (await organisationsByName(face.door.database)).get(organisation)
    if (found) setMeant(request, found)
  }

// what is reached also by whoever has given their password and no second factor yet
const serveSignedIn = (app: FastifyInstance, face: WebFace): void => {
  app.addHook('preHandler', async (request, reply) => {
    const visitor = await findVisitor(face, request)
    if (!visitor) return sendNotSignedIn(face, request, reply)
    setVisitor(request, visitor)
    return undefined
  })
  serveStep(app, face)
  serveSession(app, face)
}

const servePages = (app: FastifyInstance, face: WebFace): void => {
  app.addHook('preHandler', async (request, reply) => {
    const visitor = await findVisitor(face, request)
    if (!visitor) return sendNotSignedIn(face, request, reply)
    if (visitor.strength !== 'full')
      return reply.redirect(secondFactorAddress + nextQuery(localAddress(request.url)), 303)
    setVisitor(request, visitor)
    return undefined
  })

  serveAdminHome(app, face)
  serveSecret(app, face)
  serveOpenCase(app, face)
  serveSearch(app, face)
  serveFindPeople(app, face)
  serveCalls(app, face)
  serveUpload(app, face, [...uploadPages, callFilesPage, logoPage])
  serveAccount(app, face)
  serveOwnFactors(app, face)
  for (const page of showPages) serveShowPage(app, face, page)
  for (const page of formPages) serveFormPage(app, face, page)
  for (const action of actions) serveAction(app, face, action)
  for (const handout of handouts) serveHandout(app, face, handout)
}

// Browsers say where a request comes from; those that do not are held by the form's token.
const refuseOtherSites = async (
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  const site = request.headers['sec-fetch-site']
  const isForeign = site === 'cross-site' || site === 'same-site'
  return request.method === 'POST' && isForeign ? sendPage(reply, 403, formLapsedView()) : undefined
}
