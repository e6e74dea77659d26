import type { KeyObject } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { organisationsByName } from '#domain/organisations/index.ts'
import type { Organisation } from '#domain/organisations/index.ts'
import { idleLife, signedIn, type Opened, type Strength } from '#domain/sessions/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Door } from '#kernel/perform.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { csrfToken } from './layout/csrf.ts'
import type { FramedPerson, Surroundings } from './layout/layout.ts'
import { searchBox } from './caseworker/search/search-box.ts'
import { navigationFor } from './navigation.ts'

/** How a request has come: from which address, and whether others may have read it on the way. */
export type Reach = {
  readonly address: string
  /** By TLS: then cookies are never sent without. */
  readonly isSecure: boolean
  /** From the machine itself, whose wires nobody else reads. */
  readonly isLocal: boolean
}

/** What the HTML face needs: the door to operations, and how it is reached. */
export type WebFace = {
  readonly door: Door
  /** Binds the tokens of forms to sessions; kept, or forms on screens lapse when the server starts again. */
  readonly csrfSecret: string | Uint8Array
  /** Seals the secrets of authenticator apps. */
  readonly factorKey: KeyObject
  /** The names of organisations that the host of a request may mean, the likeliest first. */
  readonly namedByHost: (request: FastifyRequest) => readonly string[]
  readonly reachOf: (request: FastifyRequest) => Reach
  /** The address of the site as browsers know it, where passkeys may be used at all. */
  readonly siteOf: (request: FastifyRequest) => string | undefined
  /** Writes down a fault of ours under the reference that its page shows. */
  readonly tellFault: (error: unknown, reference: string) => void
}

/** Somebody with a session: who it is, where, and the token of their forms. */
export type Visitor = {
  readonly actor: Actor
  readonly session: string
  readonly csrfToken: string
  readonly organisation: Organisation
  /** With `password` a second factor is still wanted, and nothing but its pages is reached. */
  readonly strength: Strength
  /** How long the session lasts at most if nothing is asked, and whatever is asked, in seconds. */
  readonly idleSeconds: number
  readonly lastSeconds: number
}

// RFC 6265bis: a browser takes the prefix from the whole host by TLS only
const sessionCookie = ({ isSecure }: Reach): string =>
  isSecure ? '__Host-casewright-session' : 'casewright-session'

/** Says whether somebody may sign in over this connection: nobody can read what goes over it. */
export const isSafe = ({ isSecure, isLocal }: Reach): boolean => isSecure || isLocal

type Named = { readonly name: string; readonly session: string }

const namedByCookie = (face: WebFace, request: FastifyRequest): Named => {
  const cookie = cookieOf(request.headers.cookie, sessionCookie(face.reachOf(request))) ?? ''
  const [name = '', session = ''] = cookie.split('.')
  return { name, session }
}

/** Says whether the browser had a session, open or not. */
export const hadSession = (face: WebFace, request: FastifyRequest): boolean =>
  namedByCookie(face, request).session !== ''

/** Finds whose session the request's cookie names; undefined where it names none that is open. */
export const findVisitor = async (
  face: WebFace,
  request: FastifyRequest,
): Promise<Visitor | undefined> => {
  const { name, session } = namedByCookie(face, request)
  const organisation = (await organisationsByName(face.door.database)).get(name)
  if (!organisation || session === '' || !isSafe(face.reachOf(request))) return undefined
  return visitorHolding(face, organisation, session)
}

/** Finds whose session it is; undefined where it is not open. */
export const visitorHolding = async (
  face: WebFace,
  organisation: Organisation,
  session: string,
): Promise<Visitor | undefined> => {
  const { database, clock } = face.door
  const at = { organisationId: organisation.organisationId, now: clock.now() }
  const found = await signedIn(database, at, session)
  if (!found) return undefined
  const lastSeconds = Math.floor((found.expiresAt.getTime() - at.now.getTime()) / 1000)
  return {
    actor: found.actor,
    strength: found.strength,
    session,
    csrfToken: csrfToken(face.csrfSecret, session),
    organisation,
    idleSeconds: Math.min(idleLife / 1000, lastSeconds),
    lastSeconds,
  }
}

/** The organisation that a request means: by its cookie also after the session, by its host, or the only one. */
export const organisationMeant = async (
  face: WebFace,
  request: FastifyRequest,
): Promise<Organisation | undefined> => {
  const all = await organisationsByName(face.door.database)
  const names = [namedByCookie(face, request).name, ...face.namedByHost(request)]
  const [named] = names.flatMap((name) => all.get(name) ?? [])
  return named ?? (all.size === 1 ? [...all.values()][0] : undefined)
}

/** The token of the session that the request's cookie names in an organisation, open or not. */
export const sessionNamed = (
  face: WebFace,
  request: FastifyRequest,
  organisation: Organisation,
): string | undefined => {
  const { name, session } = namedByCookie(face, request)
  return name === organisation.name && session !== '' ? session : undefined
}

/** The header that keeps a session with the browser, as long as the browser runs. */
export const keepSession = (reach: Reach, organisation: string, { token }: Opened): string =>
  setCookie(sessionCookie(reach), `${organisation}.${token}`, { isSecure: reach.isSecure })

/** The header that takes a session from the browser. */
export const forgetSession = (reach: Reach): string =>
  setCookie(sessionCookie(reach), '', { isSecure: reach.isSecure, seconds: 0 })

/** What the frame of a page says to a visitor, or to somebody who is not signed in. */
export const surroundingsOf = (visitor: Visitor | undefined, address: string): Surroundings =>
  visitor
    ? { organisation: visitor.organisation.title, person: framed(visitor, address) }
    : { organisation: 'Casewright' }

const framed = (
  { actor, csrfToken: token, strength, idleSeconds, lastSeconds }: Visitor,
  address: string,
): FramedPerson =>
  strength === 'full'
    ? {
        name: actor.name,
        csrfToken: token,
        session: { idleSeconds, lastSeconds },
        navigation: navigationFor(actor, address),
        ...(actor.permissions.has('case.view') ? { search: searchBox(token) } : {}),
      }
    : { name: actor.name, csrfToken: token, isHalfway: true }
