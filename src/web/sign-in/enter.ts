import type { FastifyReply } from 'fastify'
import type { Organisation } from '#domain/organisations/index.ts'
import { closeSession, type Opened } from '#domain/sessions/index.ts'
import { csrfToken } from '#web/layout/csrf.ts'
import { setVisitor } from '#web/replies.ts'
import { drawStep } from '#web/second-factors/step-page.ts'
import { keepSession, sessionNamed, visitorHolding } from '#web/visitor.ts'
import type { WebFace } from '#web/visitor.ts'
import { goOn } from './go-on.ts'
import { secondFactorAddress } from './second-factor-address.ts'
import { nextQuery } from './way-back.ts'

/** A session that was just opened, and where its person wants to go. */
export type Entering = {
  readonly organisation: Organisation
  readonly opened: Opened
  readonly next: string
  /** A form that was typed before, as text. */
  readonly kept?: string | undefined
}

/** Gives the browser a session that was just opened, ends the one it had, and goes on to where its person was. */
export const enter = async (
  face: WebFace,
  reply: FastifyReply,
  { organisation, opened, next, kept }: Entering,
): Promise<FastifyReply> => {
  const { request } = reply
  const { organisationId, name } = organisation
  const before = sessionNamed(face, request, organisation)
  const { database, clock } = face.door
  if (before) await closeSession(database, { organisationId, now: clock.now() }, before)
  void reply.header('set-cookie', keepSession(face.reachOf(request), name, opened))
  if (opened.strength === 'full')
    return goOn(reply, { next, kept }, csrfToken(face.csrfSecret, opened.token))
  // what was typed goes in no address
  const visitor = kept ? await visitorHolding(face, organisation, opened.token) : undefined
  if (!visitor) return reply.redirect(secondFactorAddress + nextQuery(next), 303)
  setVisitor(request, visitor)
  return drawStep(face, reply, { carried: { next, kept }, flaws: [] })
}
