import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  factorOptions,
  giveAppCode,
  givePasskey,
  giveRecoveryCode,
} from '#domain/second-factors/index.ts'
import type { Given } from '#domain/second-factors/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { isFromOurForm, typedIn, visitorIn } from '#web/page-routes.ts'
import { sendNotFound, sendPage } from '#web/replies.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { goOn, onwardOf } from '#web/sign-in/go-on.ts'
import { secondFactorAddress } from '#web/sign-in/second-factor-address.ts'
import { localAddress } from '#web/sign-in/way-back.ts'
import type { WebFace } from '#web/visitor.ts'
import { admit } from './admit.ts'
import { carriedIn, codeAsked, flawOfGiven, worldOf, type Asked } from './factor-world.ts'
import { serveNewPasskey, serveOptions } from '#web/passkeys/new-passkey-routes.ts'
import { passkeySiteOf } from '#web/passkeys/passkey-site.ts'
import { beginAppAt, halfAt, serveConfirmApp } from './set-up-app-routes.ts'
import { drawStep } from './step-page.ts'
import { usedCodeView } from './used-code.view.ts'

type Stepping = { Querystring: { next?: string | string[] } }

const recoveryAsked: Asked = {
  parameter: 'recoveryCode',
  message: 'This is none of your recovery codes, or it was used before',
  what: 'codes',
}

const passkeyAsked: Asked = {
  parameter: '',
  message: 'The passkey was not taken: try again, or go another way',
  what: 'codes',
}

const known: Flaw = {
  parameter: '',
  kind: 'invalid',
  message: 'You are signed in already: load the page again',
}

/** Serves the step after the password, in which a second factor is given, or the first one set up. */
export const serveStep = (app: FastifyInstance, face: WebFace): void => {
  app.get<Stepping>(secondFactorAddress, (request, reply) => {
    const next = localAddress([request.query.next].flat().at(-1))
    return visitorIn(request).strength === 'full'
      ? reply.redirect(next, 303)
      : drawStep(face, reply, { carried: { next }, flaws: [] })
  })
  postHalf(app, face, {
    path: secondFactorAddress,
    answer: (request, reply) => giveCode(face, request, reply),
  })
  postHalf(app, face, {
    path: `${secondFactorAddress}/recovery`,
    answer: (request, reply) => giveRecovery(face, request, reply),
  })
  postHalf(app, face, {
    path: `${secondFactorAddress}/app`,
    answer: (_request, reply) => beginAppAt(face, reply, secondFactorAddress),
  })
  serveConfirmApp(app, face, secondFactorAddress)
  servePasskey(app, face)
}

const servePasskey = (app: FastifyInstance, face: WebFace): void => {
  const path = `${secondFactorAddress}/passkey`
  serveOptions(app, face, {
    path,
    async ask(request, site) {
      const { actor } = visitorIn(request)
      const coming = comingOf(face, request, actor.organisationId)
      return { options: await factorOptions(face.door.database, coming, { actor, site }) }
    },
  })
  postHalf(app, face, { path, answer: (request, reply) => usePasskey(face, request, reply) })
  serveNewPasskey(app, face, {
    place: secondFactorAddress,
    // whoever is known wholly adds one in their account, where the password is asked again
    flawIn: async (request) => (halfAt(request) === undefined ? known : undefined),
    redraw: (reply, flaws) => drawStep(face, reply, { carried: carriedIn(reply.request), flaws }),
  })
}

type HalfPost = {
  readonly path: string
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
}

/** Answers a form that is sent in a half session. */
const postHalf = (app: FastifyInstance, face: WebFace, { path, answer }: HalfPost): void => {
  app.post(path, (request, reply) => {
    if (visitorIn(request).strength === 'full') return reply.redirect(carriedIn(request).next, 303)
    return isFromOurForm(face, request, typedIn(request))
      ? answer(request, reply)
      : sendPage(reply, 403, formLapsedView())
  })
}

const giveCode = async (
  face: WebFace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { actor, session: token } = visitorIn(request)
  const coming = comingOf(face, request, actor.organisationId)
  const { code = '' } = typedIn(request)
  const given = await giveAppCode(worldOf(face), coming, { actor, token, code })
  return given.kind === 'opened'
    ? goOn(reply, carriedIn(request), admit(face, reply, given).csrfToken)
    : refuse(face, reply, { given, now: coming.now, asked: codeAsked })
}

const usePasskey = async (
  face: WebFace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { actor, session: token } = visitorIn(request)
  const coming = comingOf(face, request, actor.organisationId)
  const site = passkeySiteOf(face, request)
  if (!site) return sendNotFound(request, reply)
  const { response = '' } = typedIn(request)
  const given = await givePasskey(face.door.database, coming, { actor, token, site, response })
  return given.kind === 'opened'
    ? goOn(reply, carriedIn(request), admit(face, reply, given).csrfToken)
    : refuse(face, reply, { given, now: coming.now, asked: passkeyAsked })
}

const giveRecovery = async (
  face: WebFace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { actor, session: token } = visitorIn(request)
  const coming = comingOf(face, request, actor.organisationId)
  const { recoveryCode: code = '' } = typedIn(request)
  const given = await giveRecoveryCode(worldOf(face), coming, { actor, token, code })
  if (given.kind !== 'opened')
    return refuse(face, reply, { given, now: coming.now, asked: recoveryAsked })
  const { csrfToken } = admit(face, reply, given)
  const onward = onwardOf(carriedIn(request), csrfToken)
  return sendPage(reply, 200, usedCodeView({ codesLeft: given.codesLeft, onward }))
}

type Refusing = {
  readonly given: Exclude<Given, { kind: 'opened' }>
  readonly now: Date
  readonly asked: Asked
}

const refuse = (
  face: WebFace,
  reply: FastifyReply,
  { given, now, asked }: Refusing,
): Promise<FastifyReply> | FastifyReply =>
  given.kind === 'lapsed'
    ? reply.redirect('/sign-in', 303)
    : drawStep(face, reply, {
        carried: carriedIn(reply.request),
        flaws: [flawOfGiven(given, now, asked)],
      })
