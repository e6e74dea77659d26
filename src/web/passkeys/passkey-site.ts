import type { FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import type { PasskeySite } from '#domain/second-factors/index.ts'
import type { WebFace } from '#web/visitor.ts'

/** Where the passkeys of a request's site are good; undefined where browsers allow none (WebAuthn 3, 5.1.2). */
export const passkeySiteOf = (face: WebFace, request: FastifyRequest): PasskeySite | undefined => {
  const address = face.siteOf(request)
  if (address === undefined) return undefined
  const { protocol, hostname, origin } = new URL(address)
  const isDomain = isIP(hostname) === 0 && !hostname.startsWith('[')
  const isSecure = protocol === 'https:' || hostname === 'localhost'
  return isDomain && isSecure ? { id: hostname, origin } : undefined
}
