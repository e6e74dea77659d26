import type { FastifyReply } from 'fastify'
import { ownFactors } from '#domain/second-factors/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { visitorIn } from '#web/page-routes.ts'
import { sendPage } from '#web/replies.ts'
import type { Carried } from '#web/sign-in/onward.ts'
import type { WebFace } from '#web/visitor.ts'
import { passkeySiteOf } from '#web/passkeys/passkey-site.ts'
import { setUpView } from './set-up.view.ts'
import { stepView } from './step.view.ts'

/** What goes with somebody, and what was wrong. */
export type StepDrawn = { readonly carried: Carried; readonly flaws: readonly Flaw[] }

/** Draws the step after the password: to give a second factor, or to set up the first. */
export const drawStep = async (
  face: WebFace,
  reply: FastifyReply,
  { carried, flaws }: StepDrawn,
): Promise<FastifyReply> => {
  const { actor, csrfToken } = visitorIn(reply.request)
  const { app, passkeys } = await ownFactors(face.door.database, actor)
  const isOffered = passkeySiteOf(face, reply.request) !== undefined
  const shared = { csrfToken, carried, flaws }
  const page =
    app || passkeys.length > 0
      ? stepView({
          ...shared,
          hasApp: app !== undefined,
          hasPasskey: isOffered && passkeys.length > 0,
        })
      : setUpView({ ...shared, isOffered })
  return sendPage(reply, flaws.length > 0 ? 422 : 200, page)
}
