import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Organisation } from '#domain/organisations/index.ts'
import { strengthOf } from '#domain/second-factors/index.ts'
import {
  askReset,
  findResetAddress,
  resetAddress,
  resetPassword,
  type NotSet,
} from '#domain/sign-in/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { typedIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { WebFace } from '#web/visitor.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { enter } from '#web/sign-in/enter.ts'
import { forgottenView } from './forgotten.view.ts'
import { linkLapsedView } from '#web/sign-in/link-lapsed.view.ts'
import { newPasswordView } from './new-password.view.ts'
import { resetAskedView } from './reset-asked.view.ts'
import { namedIn, signInPath } from '#web/sign-in/sign-in-routes.ts'
import { tooMany } from '#web/sign-in/too-many.ts'

type Named = { Params: { organisation: string } }
type Link = { Params: { organisation: string; token: string } }

/** Serves what somebody needs who has forgotten their password: asking for a link, and setting another by it. */
export const serveReset = (app: FastifyInstance, face: WebFace): void => {
  const forgotten = '/sign-in/:organisation/forgotten'
  app.get<Named>(forgotten, async (request, reply) => {
    const organisation = await namedIn(face, request)
    return organisation
      ? sendPage(reply, 200, forgottenView(askingFor(face, organisation)))
      : reply.redirect('/sign-in', 303)
  })
  app.post<Named>(forgotten, (request, reply) => ask(face, request, reply))
  const path = '/sign-in/:organisation/new-password/:token'
  app.get<Link>(path, async (request, reply) => {
    const organisation = await namedIn(face, request)
    return organisation
      ? draw(face, reply, { organisation, token: request.params.token, flaws: [] })
      : sendPage(reply, 410, linkLapsedView())
  })
  app.post<Link>(path, (request, reply) => reset(face, request, reply))
}

const askingFor = ({ door }: WebFace, organisation: Organisation) => ({
  action: `${signInPath(organisation.name)}/forgotten`,
  signInAddress: signInPath(organisation.name),
  organisation: organisation.title,
  isMailed: door.outside.mail !== undefined,
})

const ask = async (
  face: WebFace,
  request: FastifyRequest<Named>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const organisation = await namedIn(face, request)
  if (!organisation) return reply.redirect('/sign-in', 303)
  const model = askingFor(face, organisation)
  const { email = '' } = typedIn(request)
  if (email.trim() === '')
    return sendPage(reply, 422, forgottenView({ ...model, message: 'Enter your e-mail address' }))
  if (model.isMailed) {
    const coming = comingOf(face, request, organisation.organisationId)
    await askReset(face.door.database, coming, email)
  }
  return sendPage(reply, 200, resetAskedView(model))
}

type Setting = {
  readonly organisation: Organisation
  readonly token: string
  readonly flaws: readonly Flaw[]
}

const draw = async (
  { door: { database, clock } }: WebFace,
  reply: FastifyReply,
  { organisation, token, flaws }: Setting,
): Promise<FastifyReply> => {
  const at = { organisationId: organisation.organisationId, now: clock.now() }
  const email = await findResetAddress(database, at, token)
  if (email === undefined) return sendPage(reply, 410, linkLapsedView())
  const action = resetAddress(organisation.name, token)
  const page = newPasswordView({ action, organisation: organisation.title, email, flaws })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}

const reset = async (
  face: WebFace,
  request: FastifyRequest<Link>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const organisation = await namedIn(face, request)
  if (!organisation) return sendPage(reply, 410, linkLapsedView())
  const coming = comingOf(face, request, organisation.organisationId)
  const came = await resetPassword({ database: face.door.database, strengthOf }, coming, {
    token: request.params.token,
    chosen: typedIn(request)['chosen'] ?? '',
    organisation: [organisation.name, organisation.title],
  })
  if (came.kind === 'opened') return enter(face, reply, { organisation, opened: came, next: '/' })
  if (came.kind === 'lapsed') return sendPage(reply, 410, linkLapsedView())
  const { token } = request.params
  return draw(face, reply, { organisation, token, flaws: [flawOf(came, coming.now)] })
}

/** Says what is wrong where a password was not set, at its field. */
export const flawOf = (came: NotSet, now: Date): Flaw => {
  if (came.kind === 'unfit') return { parameter: 'chosen', kind: 'invalid', message: came.fault }
  const message =
    came.kind === 'wrong' ? 'The password you have is not this one' : tooMany(came.until, now)
  return { parameter: 'current', kind: 'invalid', message }
}
