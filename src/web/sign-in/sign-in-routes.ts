import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import type { Organisation } from '#domain/organisations/index.ts'
import { strengthOf } from '#domain/second-factors/index.ts'
import { signInWithPassword, type SigningIn } from '#domain/sign-in/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { typedIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import { passkeySiteOf } from '#web/passkeys/passkey-site.ts'
import { offeredBy } from '#web/single-sign-on/offered.ts'
import { organisationMeant } from '#web/visitor.ts'
import type { WebFace } from '#web/visitor.ts'
import { comingOf } from './coming-of.ts'
import { enter } from './enter.ts'
import { organisationView } from './organisation.view.ts'
import { signInView } from './sign-in.view.ts'
import type { SignIn } from './sign-in.view.ts'
import { tooMany } from './too-many.ts'
import { localAddress, nextQuery } from './way-back.ts'

type Asked = { Querystring: { organisation?: string | string[]; next?: string | string[] } }
type Named = Asked & { Params: { organisation: string } }

/** The address at which somebody signs in to an organisation. */
export const signInPath = (organisation: string): string =>
  `/sign-in/${encodeURIComponent(organisation)}`

/** Serves the page to sign in with a password, and before it, where that is open, the one to say where. */
export const serveSignIn = (app: FastifyInstance, face: WebFace): void => {
  app.get<Asked>('/sign-in', async (request, reply) => {
    const next = localAddress(request.query.next)
    const typed = [request.query.organisation ?? ''].flat().at(-1)?.trim().toLowerCase() ?? ''
    const organisation =
      typed === ''
        ? await organisationMeant(face, request)
        : (await organisationsByName(face.door.database)).get(typed)
    if (organisation) return reply.redirect(signInPath(organisation.name) + nextQuery(next), 303)
    return sendPage(reply, typed === '' ? 200 : 404, organisationPage(typed, next))
  })
  app.get<Named>('/sign-in/:organisation', async (request, reply) => {
    const next = localAddress(request.query.next)
    const organisation = await namedIn(face, request)
    if (!organisation)
      return sendPage(reply, 404, organisationPage(request.params.organisation, next))
    const model = await modelFor(face, request, organisation)
    return sendPage(reply, 200, signInView({ ...model, next }))
  })
  app.post<Named>('/sign-in/:organisation', (request, reply) => signIn(face, request, reply))
}

const organisationPage = (typed: string, next: string) =>
  organisationView(
    typed === ''
      ? { typed, next }
      : { typed, next, message: 'There is no organisation of this name here' },
  )

/** The organisation that the address of a page about signing in names. */
export const namedIn = async (
  face: WebFace,
  request: FastifyRequest<{ Params: { organisation: string } }>,
): Promise<Organisation | undefined> =>
  (await organisationsByName(face.door.database)).get(request.params.organisation)

/** What the page to sign in shows of an organisation before anything is typed. */
export const modelFor = async (
  face: WebFace,
  request: FastifyRequest,
  organisation: Organisation,
): Promise<SignIn> => {
  const { name, title } = organisation
  return {
    action: signInPath(name),
    organisation: title,
    next: '/',
    flaws: [],
    resetAddress: `${signInPath(name)}/forgotten`,
    isPasskeyOffered: passkeySiteOf(face, request) !== undefined,
    ...(await offeredBy(face, organisation)),
  }
}

const signIn = async (
  face: WebFace,
  request: FastifyRequest<Named>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const organisation = await namedIn(face, request)
  if (!organisation) return sendPage(reply, 404, organisationPage(request.params.organisation, '/'))
  const { name = '', password = '', next, kept } = typedIn(request)
  const shown = await modelFor(face, request, organisation)
  const model = { ...shown, next: localAddress(next), kept, name }
  const missing = missingIn(name, password)
  if (missing.length > 0) return sendPage(reply, 422, signInView({ ...model, flaws: missing }))
  const { door } = face
  const coming = comingOf(face, request, organisation.organisationId)
  const credentials = { name, password }
  const came = await signInWithPassword(
    { database: door.database, strengthOf },
    coming,
    credentials,
  )
  if (came.kind === 'opened')
    return enter(face, reply, { organisation, opened: came, next: model.next, kept })
  const { flaw, status } = refusalOf(came, coming.now)
  return sendPage(reply, status, signInView({ ...model, flaws: [flaw] }))
}

const missingIn = (name: string, password: string): readonly Flaw[] => [
  ...(name.trim() === ''
    ? [flawIn('name', 'Enter your e-mail address or user name', 'missing' as const)]
    : []),
  ...(password === '' ? [flawIn('password', 'Enter your password', 'missing' as const)] : []),
]

const flawIn = (parameter: string, message: string, kind: Flaw['kind'] = 'invalid'): Flaw => ({
  parameter,
  kind,
  message,
})

const refusalOf = (came: Exclude<SigningIn, { kind: 'opened' }>, now: Date) =>
  came.kind === 'wrong'
    ? {
        flaw: flawIn('name', 'The e-mail address, user name or password is not right'),
        status: 422,
      }
    : { flaw: flawIn('name', tooMany(came.until, now)), status: 429 }
