import type { FastifyRequest } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import { sessionActor } from '#domain/people/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Door } from '#kernel/perform.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { csrfToken } from './layout/csrf.ts'
import type { Surroundings } from './layout/layout.ts'
import { searchBox } from './caseworker/search/search-box.ts'
import { navigationFor } from './navigation.ts'

/** What the HTML face needs: the door to operations, and how it is reached. */
export type WebFace = {
  readonly door: Door
  /** Binds the tokens of forms to sessions; kept, or forms on screens lapse when the server starts again. */
  readonly csrfSecret: string | Uint8Array
  /** The names of organisations that the host of a request may mean, the likeliest first. */
  readonly namedByHost: (request: FastifyRequest) => readonly string[]
  /** Do browsers reach it by TLS? Then cookies are never sent without. */
  readonly isSecure: boolean
  /** Writes down a fault of ours under the reference that its page shows. */
  readonly tellFault: (error: unknown, reference: string) => void
}

/** Somebody with a session: who it is, where, and the token of their forms. */
export type Visitor = {
  readonly actor: Actor
  readonly session: string
  readonly csrfToken: string
  readonly organisationTitle: string
}

const sessionCookie = ({ isSecure }: WebFace): string =>
  isSecure ? '__Host-casewright-session' : 'casewright-session'

/** Finds whose session the request's cookie names; undefined where it names none that is open. */
export const findVisitor = async (
  face: WebFace,
  request: FastifyRequest,
): Promise<Visitor | undefined> => {
  const cookie = cookieOf(request.headers.cookie, sessionCookie(face)) ?? ''
  const [name = '', session = ''] = cookie.split('.')
  const { database, clock } = face.door
  const organisation = (await organisationsByName(database)).get(name)
  if (!organisation || session === '') return undefined
  const at = { organisationId: organisation.organisationId, now: clock.now() }
  const actor = await sessionActor(database, at, session)
  return (
    actor && {
      actor,
      session,
      csrfToken: csrfToken(face.csrfSecret, session),
      organisationTitle: organisation.title,
    }
  )
}

/** The header that keeps a session with the browser, as long as the browser runs. */
export const keepSession = (face: WebFace, organisation: string, session: string): string =>
  setCookie(sessionCookie(face), `${organisation}.${session}`, { isSecure: face.isSecure })

/** The header that takes a session from the browser. */
export const forgetSession = (face: WebFace): string =>
  setCookie(sessionCookie(face), '', { isSecure: face.isSecure, seconds: 0 })

/** What the frame of a page says to a visitor, or to somebody who is not signed in. */
export const surroundingsOf = (visitor: Visitor | undefined, address: string): Surroundings =>
  visitor
    ? {
        organisation: visitor.organisationTitle,
        person: {
          name: visitor.actor.name,
          csrfToken: visitor.csrfToken,
          navigation: navigationFor(visitor.actor, address),
          ...(visitor.actor.permissions.has('case.view') ? { search: searchBox() } : {}),
        },
      }
    : { organisation: 'Casewright' }
