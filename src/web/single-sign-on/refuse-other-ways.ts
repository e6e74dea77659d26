import type { FastifyReply, FastifyRequest } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import { sendPage } from '#web/replies.ts'
import { signInPath } from '#web/sign-in/sign-in-routes.ts'
import type { WebFace } from '#web/visitor.ts'
import { offeredBy } from './offered.ts'
import { otherWaysOffView } from './other-ways-off.view.ts'

const otherWays = new Set([
  'POST /sign-in/:organisation',
  'POST /sign-in/:organisation/passkey',
  'POST /sign-in/:organisation/passkey/options',
  'GET /sign-in/:organisation/forgotten',
  'POST /sign-in/:organisation/forgotten',
  'GET /sign-in/:organisation/new-password/:token',
  'POST /sign-in/:organisation/new-password/:token',
])

/** Gives what refuses whatever is done with a password, or a passkey alone, where an organisation signs in with its provider only. */
export const refuseOtherWays =
  (face: WebFace) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { url } = request.routeOptions
    if (!otherWays.has(`${request.method} ${url}`)) return undefined
    const { organisation: name } = request.params as { readonly organisation: string }
    const organisation = (await organisationsByName(face.door.database)).get(name)
    const { offered } = organisation ? await offeredBy(face, organisation) : {}
    if (!offered || offered.admitsOtherWays) return undefined
    const page = otherWaysOffView({ label: offered.label, signInAddress: signInPath(name) })
    return sendPage(reply, 403, page)
  }
