import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { signInOptions, signInWithPasskey } from '#domain/second-factors/index.ts'
import type { Opened } from '#domain/sessions/index.ts'
import { sendNotFound, sendPage } from '#web/replies.ts'
import { typedIn } from '#web/page-routes.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { enter } from '#web/sign-in/enter.ts'
import { modelFor, namedIn } from '#web/sign-in/sign-in-routes.ts'
import { tooMany } from '#web/sign-in/too-many.ts'
import { signInView } from '#web/sign-in/sign-in.view.ts'
import type { WebFace } from '#web/visitor.ts'
import { carriedIn } from '#web/second-factors/factor-world.ts'
import { tell } from './new-passkey-routes.ts'
import { passkeySiteOf } from './passkey-site.ts'

type Named = { Params: { organisation: string } }
type NamedRequest = FastifyRequest<Named>

const notTaken =
  'The passkey was not taken. Sign in with your password, or ask for help if it should have been.'

/** Serves signing in with a passkey and nothing else. */
export const servePasskeySignIn = (app: FastifyInstance, face: WebFace): void => {
  const path = '/sign-in/:organisation/passkey'
  app.post<Named>(`${path}/options`, async (request, reply) => {
    const organisation = await namedIn(face, request)
    if (!organisation) return sendNotFound(request, reply)
    const coming = comingOf(face, request, organisation.organisationId)
    return tell(face, reply, async (_request, site) => {
      const options = await signInOptions(face.door.database, coming, site)
      if (!('until' in options)) return { options }
      return { message: tooMany(options.until, coming.now, 'attempts') }
    })
  })
  app.post<Named>(path, (request, reply) => signIn(face, request, reply))
}

const signIn = async (
  face: WebFace,
  request: NamedRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const organisation = await namedIn(face, request)
  if (!organisation) return sendNotFound(request, reply)
  const site = passkeySiteOf(face, request)
  const { response = '' } = typedIn(request)
  const { next, kept } = carriedIn(request)
  const coming = comingOf(face, request, organisation.organisationId)
  const opened: Opened | undefined =
    site && (await signInWithPasskey(face.door.database, coming, { site, response }))
  if (opened) return enter(face, reply, { organisation, opened, next, kept })
  const flaws = [{ parameter: '', kind: 'invalid' as const, message: notTaken }]
  const model = await modelFor(face, request, organisation)
  return sendPage(reply, 422, signInView({ ...model, next, kept, flaws }))
}
