import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addPasskey, newPasskeyOptions } from '#domain/second-factors/index.ts'
import type { PasskeySite } from '#domain/second-factors/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { isFromOurForm, typedIn, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import type { WebFace } from '#web/visitor.ts'
import { passkeySiteOf } from './passkey-site.ts'
import { finishSetUp, halfAt, type Place } from '#web/second-factors/set-up-app-routes.ts'

/** How a new passkey is asked for in one place: whether it may be, and the page where it was not taken. */
export type NewPasskeyPlace = {
  readonly place: Place
  /** What is wrong with what was typed; undefined where nothing is. */
  readonly flawIn: (request: FastifyRequest) => Promise<Flaw | undefined>
  readonly redraw: (reply: FastifyReply, flaws: readonly Flaw[]) => Promise<FastifyReply>
}

const notOffered = 'Passkeys cannot be used at this address'
const notTaken = 'The passkey was not taken: try again'

/** Serves what a browser is asked to make a passkey, and the address to which it is sent. */
export const serveNewPasskey = (app: FastifyInstance, face: WebFace, at: NewPasskeyPlace): void => {
  const path = `${at.place}/new-passkey`
  serveOptions(app, face, {
    path,
    async ask(request, site) {
      const { actor, organisation } = visitorIn(request)
      const flaw = await at.flawIn(request)
      if (flaw) return { message: flaw.message }
      const coming = comingOf(face, request, actor.organisationId)
      const asked = { actor, site, title: organisation.title }
      return { options: await newPasskeyOptions(face.door.database, coming, asked) }
    },
  })
  app.post(path, (request, reply) =>
    isFromOurForm(face, request, typedIn(request))
      ? add(face, reply, at)
      : sendPage(reply, 403, formLapsedView()),
  )
}

/** What a script is told: what to ask of the browser, or why not. */
type Told = { readonly options: object } | { readonly message: string }

/** Where a script asks, and what it is told. */
export type OptionsPlace = {
  readonly path: string
  readonly ask: (request: FastifyRequest, site: PasskeySite) => Promise<Told>
}

/** Serves what a browser is asked for a form in a session. */
export const serveOptions = (
  app: FastifyInstance,
  face: WebFace,
  { path, ask }: OptionsPlace,
): void => {
  app.post(`${path}/options`, async (request, reply) => {
    const isOurs = isFromOurForm(face, request, typedIn(request))
    return isOurs
      ? tell(face, reply, ask)
      : sendTold(reply, { message: 'This page is too old: load it again' })
  })
}

/** Tells a script what to ask of the browser, where passkeys are good. */
export const tell = async (
  face: WebFace,
  reply: FastifyReply,
  ask: OptionsPlace['ask'],
): Promise<FastifyReply> => {
  const site = passkeySiteOf(face, reply.request)
  return sendTold(reply, site ? await ask(reply.request, site) : { message: notOffered })
}

const sendTold = (reply: FastifyReply, told: Told): FastifyReply =>
  reply
    .code('message' in told ? 422 : 200)
    .header('cache-control', 'no-store')
    .send(told)

const add = async (
  face: WebFace,
  reply: FastifyReply,
  { place, redraw }: NewPasskeyPlace,
): Promise<FastifyReply> => {
  const { request } = reply
  const { actor } = visitorIn(request)
  const site = passkeySiteOf(face, request)
  const { name = '', response = '' } = typedIn(request)
  if (!site) return redraw(reply, [flaw(notOffered)])
  const came = await addPasskey(face.door.database, comingOf(face, request, actor.organisationId), {
    actor,
    site,
    name: name.trim().slice(0, 100) || 'Passkey',
    response,
    half: halfAt(request),
  })
  return came.kind === 'set up' || came.kind === 'lapsed'
    ? finishSetUp(face, reply, { place, came, banner: 'Passkey added' })
    : redraw(reply, [flaw(notTaken)])
}

const flaw = (message: string): Flaw => ({ parameter: '', kind: 'invalid', message })
