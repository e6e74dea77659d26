import type { FastifyRequest } from 'fastify'
import { newSecret, visitLife } from '#domain/single-sign-on/index.ts'
import { cookieOf, setCookie } from '#web/cookies.ts'
import type { Reach, WebFace } from '#web/visitor.ts'

const named = ({ isSecure }: Reach): string =>
  isSecure ? '__Host-casewright-visit' : 'casewright-visit'

/** What binds a visit to a browser; undefined where the browser holds nothing of ours. */
export const browserOf = (face: WebFace, request: FastifyRequest): string | undefined => {
  const held = cookieOf(request.headers.cookie, named(face.reachOf(request)))
  return held !== undefined && /^[\w-]{43}$/.test(held) ? held : undefined
}

/** What binds the visit that begins, and the header that keeps it: several visits of one browser share it. */
export const bindBrowser = (
  face: WebFace,
  request: FastifyRequest,
): { readonly browser: string; readonly header: string } => {
  const reach = face.reachOf(request)
  const browser = browserOf(face, request) ?? newSecret()
  const keeping = { isSecure: reach.isSecure, seconds: visitLife / 1000 }
  return { browser, header: setCookie(named(reach), browser, keeping) }
}
