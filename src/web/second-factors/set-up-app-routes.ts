import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appAddress, beginApp, confirmApp, secretBegun } from '#domain/second-factors/index.ts'
import type { SetUp } from '#domain/second-factors/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { isFromOurForm, leaveBanner, typedIn, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { goOn, onwardOf } from '#web/sign-in/go-on.ts'
import type { Carried } from '#web/sign-in/onward.ts'
import { secondFactorAddress } from '#web/sign-in/second-factor-address.ts'
import type { WebFace } from '#web/visitor.ts'
import { admit } from './admit.ts'
import { appView } from './app.view.ts'
import { carriedIn, codeAsked, flawOfGiven, worldOf } from './factor-world.ts'
import { recoveryCodesView } from './recovery-codes.view.ts'

/** Where one's own second factors are shown. */
export const ownFactorsAddress = '/account/second-factors'

/** Where a factor is set up: in one's account, or while one signs in for the first time. */
export type Place = typeof ownFactorsAddress | typeof secondFactorAddress

/** Serves the address to which the first code of an authenticator app is sent. */
export const serveConfirmApp = (app: FastifyInstance, face: WebFace, place: Place): void => {
  app.post(`${place}/app/confirm`, (request, reply) =>
    isFromOurForm(face, request, typedIn(request))
      ? confirm(face, reply, place)
      : sendPage(reply, 403, formLapsedView()),
  )
}

/** Makes a secret for an authenticator app, and shows it. */
export const beginAppAt = async (
  face: WebFace,
  reply: FastifyReply,
  place: Place,
): Promise<FastifyReply> => {
  const { actor } = visitorIn(reply.request)
  const coming = comingOf(face, reply.request, actor.organisationId)
  const begun = await beginApp(worldOf(face), coming, actor)
  return drawApp(reply, place, { ...begun, flaws: [] })
}

type Begun = { secret: string; challenge: string; flaws: readonly Flaw[] }

const drawApp = (reply: FastifyReply, place: Place, { flaws, ...begun }: Begun): FastifyReply => {
  const { request } = reply
  const { actor, organisation, csrfToken } = visitorIn(request)
  const label = { issuer: `Casewright ${organisation.title}`, label: actor.name }
  const page = appView({
    ...begun,
    flaws,
    csrfToken,
    address: appAddress(begun.secret, label),
    action: `${place}/app/confirm`,
    carried: carriedAt(request, place),
    back: { href: place, text: 'Back to second factors' },
  })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}

/** Where somebody goes on to who has set up a factor: on with signing in, or to their factors. */
export const carriedAt = (request: FastifyRequest, place: Place): Carried =>
  place === secondFactorAddress ? carriedIn(request) : { next: ownFactorsAddress }

/** The token of the session that waits for a factor, where one does. */
export const halfAt = (request: FastifyRequest): string | undefined => {
  const { strength, session } = visitorIn(request)
  return strength === 'full' ? undefined : session
}

const confirm = async (face: WebFace, reply: FastifyReply, place: Place): Promise<FastifyReply> => {
  const { request } = reply
  const { actor } = visitorIn(request)
  const { code = '', challenge = '' } = typedIn(request)
  const coming = comingOf(face, request, actor.organisationId)
  const first = { actor, challenge, code, half: halfAt(request) }
  const came = await confirmApp(worldOf(face), coming, first)
  if (came.kind === 'set up' || came.kind === 'lapsed')
    return finishSetUp(face, reply, { place, came, banner: 'Authenticator app set up' })
  const secret = await secretBegun(worldOf(face), coming, first)
  if (secret === undefined) return lapsed(reply, place)
  const flaws = [flawOfGiven(came, coming.now, codeAsked)]
  return drawApp(reply, place, { secret, challenge, flaws })
}

type Finishing = {
  readonly place: Place
  readonly came: Extract<SetUp, { kind: 'set up' | 'lapsed' }>
  readonly banner: string
}

/** Goes on once a factor is set up: recovery codes are shown first, where they are new. */
export const finishSetUp = (
  face: WebFace,
  reply: FastifyReply,
  { place, came, banner }: Finishing,
): FastifyReply => {
  if (came.kind === 'lapsed') return lapsed(reply, place)
  const isHalf = halfAt(reply.request) !== undefined
  if (isHalf && !came.opened) return reply.redirect('/sign-in', 303)
  const { csrfToken } = came.opened ? admit(face, reply, came.opened) : visitorIn(reply.request)
  const carried = carriedAt(reply.request, place)
  if (!isHalf) void leaveBanner(face, reply, banner)
  return came.codes
    ? sendPage(
        reply,
        200,
        recoveryCodesView({ codes: came.codes, onward: onwardOf(carried, csrfToken) }),
      )
    : goOn(reply, carried, csrfToken)
}

const lapsed = (reply: FastifyReply, place: Place): FastifyReply => reply.redirect(place, 303)
