import type { FastifyRequest } from 'fastify'
import type { FactorWorld } from '#domain/second-factors/index.ts'
import type { NotConfirmed } from '#domain/sign-in/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { typedIn } from '#web/page-routes.ts'
import type { Carried } from '#web/sign-in/onward.ts'
import { tooMany } from '#web/sign-in/too-many.ts'
import { localAddress } from '#web/sign-in/way-back.ts'
import type { WebFace } from '#web/visitor.ts'

/** What second factors need of the face. */
export const worldOf = ({ door, factorKey }: WebFace): FactorWorld => ({
  database: door.database,
  factorKey,
})

/** What a form of signing in carries. */
export const carriedIn = (request: FastifyRequest): Carried => {
  const { next, kept } = typedIn(request)
  return { next: localAddress(next), kept }
}

/** A field, and what is wrong with it where it does not hold the right thing. */
export type Asked = { readonly parameter: string; readonly message: string; readonly what: string }

/** Says at its field why something that was given was not taken. */
export const flawOfGiven = (came: NotConfirmed, now: Date, asked: Asked): Flaw => ({
  parameter: asked.parameter,
  kind: 'invalid',
  message: came.kind === 'wrong' ? asked.message : tooMany(came.until, now, asked.what),
})

/** The code of an authenticator app, as it is asked for. */
export const codeAsked: Asked = {
  parameter: 'code',
  message: 'The code is not right, or was used before: enter the one that the app shows now',
  what: 'codes',
}
