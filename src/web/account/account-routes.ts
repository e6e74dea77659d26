import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { changePassword, passwordToChange } from '#domain/sign-in/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { formLapsedView } from '#web/layout/form-lapsed.view.ts'
import { forgetBanner, isFromOurForm, leaveBanner, typedIn, visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import { comingOf } from '#web/sign-in/coming-of.ts'
import { flawOf } from '#web/new-password/reset-routes.ts'
import type { WebFace } from '#web/visitor.ts'
import { accountView } from './account.view.ts'
import { changePasswordView } from './change-password.view.ts'

const passwordPath = '/account/password'

/** Serves the page of one's own account, and the change of one's password. */
export const serveAccount = (app: FastifyInstance, face: WebFace): void => {
  app.get('/account', (request, reply) => {
    const { actor, organisation } = visitorIn(request)
    const mayManage = actor.permissions.has('session.manage')
    const banner = forgetBanner(face, reply)
    const own = { name: actor.name, organisation: organisation.title, mayManage, banner }
    return sendPage(reply, 200, accountView(own))
  })
  app.get(passwordPath, (_request, reply) => drawPassword(face, reply, []))
  app.post(passwordPath, (request, reply) =>
    isFromOurForm(face, request, typedIn(request))
      ? change(face, request, reply)
      : sendPage(reply, 403, formLapsedView()),
  )
}

const drawPassword = async (
  face: WebFace,
  reply: FastifyReply,
  flaws: readonly Flaw[],
): Promise<FastifyReply> => {
  const { actor, csrfToken } = visitorIn(reply.request)
  const asked = await passwordToChange(face.door.database, actor)
  const page = changePasswordView({ csrfToken, flaws, ...asked })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}

const change = async (
  face: WebFace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { actor, organisation } = visitorIn(request)
  const { current = '', chosen = '' } = typedIn(request)
  const coming = comingOf(face, request, actor.organisationId)
  const came = await changePassword(face.door.database, coming, {
    actor,
    current,
    chosen,
    organisation: [organisation.name, organisation.title],
  })
  if (came.kind !== 'set') return drawPassword(face, reply, [flawOf(came, coming.now)])
  return leaveBanner(face, reply, 'Password changed').redirect('/account', 303)
}
