import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeCodesAnew, ownFactors, removeFactor } from '#domain/second-factors/index.ts'
import { confirmPassword, passwordAskedOf } from '#domain/sign-in/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { forgetBanner, isFromOurForm, leaveBanner, typedIn, visitorIn } from '#web/page-routes.ts'
import { sendNotFound, sendPage } from '#web/replies.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { onwardOf } from '#web/sign-in/go-on.ts'
import type { WebFace } from '#web/visitor.ts'
import { confirmView } from './confirm.view.ts'
import { flawOfGiven, type Asked } from './factor-world.ts'
import { newPasskeyView } from '#web/passkeys/new-passkey.view.ts'
import { ownFactorsView } from './own-factors.view.ts'
import { serveNewPasskey } from '#web/passkeys/new-passkey-routes.ts'
import { passkeySiteOf } from '#web/passkeys/passkey-site.ts'
import { recoveryCodesView } from './recovery-codes.view.ts'
import { beginAppAt, ownFactorsAddress, serveConfirmApp } from './set-up-app-routes.ts'

/** Serves the page of one's own second factors, and what is changed about them: each asks for the password again. */
export const serveOwnFactors = (app: FastifyInstance, face: WebFace): void => {
  app.get(ownFactorsAddress, async (request, reply) => {
    const own = await ownFactors(face.door.database, visitorIn(request).actor)
    return sendPage(reply, 200, ownFactorsView({ ...own, banner: forgetBanner(face, reply) }))
  })
  for (const change of changes) serveChange(app, face, change)
  serveConfirmApp(app, face, ownFactorsAddress)
  app.get(`${ownFactorsAddress}/new-passkey`, (_request, reply) => drawNewPasskey(face, reply, []))
  serveNewPasskey(app, face, {
    place: ownFactorsAddress,
    flawIn: (request) => passwordFlaw(face, request, 'add passkey'),
    redraw: (reply, flaws) => drawNewPasskey(face, reply, flaws),
  })
}

const drawNewPasskey = async (
  face: WebFace,
  reply: FastifyReply,
  flaws: readonly Flaw[],
): Promise<FastifyReply> => {
  const { actor, csrfToken } = visitorIn(reply.request)
  const page = newPasskeyView({
    csrfToken,
    flaws,
    isOffered: passkeySiteOf(face, reply.request) !== undefined,
    passwordOf: await passwordAskedOf(face.door.database, actor),
  })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}

/** A change of one's own second factors. */
type Change = {
  readonly place: string
  /** As the audit calls it where the password is wrong. */
  readonly what: string
  readonly heading: string
  readonly text: string
  readonly submit: string
  readonly isWarning: boolean
  readonly carryOut: (face: WebFace, reply: FastifyReply) => Promise<FastifyReply>
}

const newCodes = async (face: WebFace, reply: FastifyReply): Promise<FastifyReply> => {
  const { actor, csrfToken } = visitorIn(reply.request)
  const coming = comingOf(face, reply.request, actor.organisationId)
  const codes = await makeCodesAnew(face.door.database, coming, actor)
  if (!codes) return reply.redirect(ownFactorsAddress, 303)
  const onward = onwardOf({ next: ownFactorsAddress }, csrfToken)
  return sendPage(reply, 200, recoveryCodesView({ codes, onward }))
}

const isLast =
  'Your organisation requires a second factor, and this is the last one you have: set up another first.'

type Removing = { readonly change: Change; readonly which: 'app' | number; readonly banner: string }

const remove = async (
  face: WebFace,
  reply: FastifyReply,
  { change, which, banner }: Removing,
): Promise<FastifyReply> => {
  const { actor } = visitorIn(reply.request)
  const coming = comingOf(face, reply.request, actor.organisationId)
  const came = await removeFactor(face.door.database, coming, { actor, which })
  if (came === 'none') return sendNotFound(reply.request, reply)
  const flaws = [{ parameter: '', kind: 'invalid' as const, message: isLast }]
  if (came === 'last') return drawChange(face, reply, { change, flaws })
  return leaveBanner(face, reply, banner).redirect(ownFactorsAddress, 303)
}

const removeApp: Change = {
  place: 'app/remove',
  what: 'remove authenticator app',
  heading: 'Remove the authenticator app',
  text: 'The codes that it shows will be good no more.',
  submit: 'Remove',
  isWarning: true,
  carryOut: (face, reply) =>
    remove(face, reply, { change: removeApp, which: 'app', banner: 'Authenticator app removed' }),
}

const removePasskey: Change = {
  place: 'passkeys/:passkey/remove',
  what: 'remove passkey',
  heading: 'Remove a passkey',
  text: 'It can be used here no more. Your device may still offer it: remove it there too.',
  submit: 'Remove',
  isWarning: true,
  carryOut: (face, reply) =>
    remove(face, reply, {
      change: removePasskey,
      which: passkeyNumber(reply.request),
      banner: 'Passkey removed',
    }),
}

const passkeyNumber = ({ params }: FastifyRequest): number => {
  const { passkey } = params as { readonly passkey: string }
  return /^\d{1,15}$/.test(passkey) ? Number(passkey) : 0
}

const changes: readonly Change[] = [
  {
    place: 'app',
    what: 'add authenticator app',
    heading: 'Set up an authenticator app',
    text: 'You need an app on your phone such as Microsoft Authenticator, Google Authenticator or one that is part of your password manager.',
    submit: 'Continue',
    isWarning: false,
    carryOut: (face, reply) => beginAppAt(face, reply, ownFactorsAddress),
  },
  removeApp,
  removePasskey,
  {
    place: 'recovery-codes',
    what: 'make recovery codes',
    heading: 'Make new recovery codes',
    text: 'Those that you have will be good no more.',
    submit: 'Make new codes',
    isWarning: false,
    carryOut: newCodes,
  },
]

const serveChange = (app: FastifyInstance, face: WebFace, change: Change): void => {
  const path = `${ownFactorsAddress}/${change.place}`
  app.get(path, (_request, reply) => drawChange(face, reply, { change, flaws: [] }))
  app.post(path, async (request, reply) => {
    if (!isFromOurForm(face, request, typedIn(request)))
      return sendPage(reply, 403, formLapsedView())
    const flaw = await passwordFlaw(face, request, change.what)
    return flaw ? drawChange(face, reply, { change, flaws: [flaw] }) : change.carryOut(face, reply)
  })
}

const passwordAsked: Asked = {
  parameter: 'current',
  message: 'The password is not right',
  what: 'passwords',
}

/** What is wrong with the password that was given again; undefined where it is right, or need not be given. */
const passwordFlaw = async (
  face: WebFace,
  request: FastifyRequest,
  what: string,
): Promise<Flaw | undefined> => {
  const { actor } = visitorIn(request)
  const { current = '' } = typedIn(request)
  const coming = comingOf(face, request, actor.organisationId)
  const refused = await confirmPassword(face.door.database, coming, { actor, current, what })
  return refused && flawOfGiven(refused, coming.now, passwordAsked)
}

type Drawn = { readonly change: Change; readonly flaws: readonly Flaw[] }

const drawChange = async (
  face: WebFace,
  reply: FastifyReply,
  { change, flaws }: Drawn,
): Promise<FastifyReply> => {
  const { actor, csrfToken } = visitorIn(reply.request)
  const { heading, text, submit, isWarning } = change
  const page = confirmView({
    csrfToken,
    flaws,
    heading,
    text,
    submit,
    isWarning,
    action: reply.request.url,
    passwordOf: await passwordAskedOf(face.door.database, actor),
  })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}
